namespace MountSim.Model.Simulation;

/// <summary>Where a task's time went, picoseconds.</summary>
public struct TaskTime
{
    /// <summary>Ran user code.</summary>
    public long User { get; set; }

    /// <summary>Ran kernel code, line transfers included.</summary>
    public long Kernel { get; set; }

    /// <summary>Spun on a CPU for a lock or a line.</summary>
    public long Spin { get; set; }

    /// <summary>Slept, wake-up latency included.</summary>
    public long Sleep { get; set; }

    /// <summary>Waited for a CPU.</summary>
    public long RunQueue { get; set; }

    /// <summary>All of it.</summary>
    public readonly long Total => User + Kernel + Spin + Sleep + RunQueue;
}
