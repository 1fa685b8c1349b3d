namespace MountSim.Model.Simulation;

/// <summary>Where the time of one start went, picoseconds: the parts add up to its latency.</summary>
/// <param name="User">Ran user code.</param>
/// <param name="Kernel">Ran kernel code.</param>
/// <param name="RunQueue">Waited for a CPU.</param>
/// <param name="Waits">Waited for locks, grace periods and PID 1: spinning or asleep.</param>
internal readonly record struct StartTime(long User, long Kernel, long RunQueue, long Waits)
{
    /// <summary>All of it.</summary>
    public long Total => User + Kernel + RunQueue + Waits;
}
