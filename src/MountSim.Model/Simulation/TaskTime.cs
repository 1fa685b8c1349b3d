namespace MountSim.Model.Simulation;

/// <summary>Where a task's time went, picoseconds.</summary>
public sealed class TaskTime
{
    /// <summary>Ran on a CPU: user code and kernel work, line transfers included.</summary>
    public long Busy { get; set; }

    /// <summary>Spun on a CPU for a lock or a line.</summary>
    public long Spin { get; set; }

    /// <summary>Slept, wake-up latency included.</summary>
    public long Sleep { get; set; }

    /// <summary>Waited for a CPU.</summary>
    public long RunQueue { get; set; }
}
