using MountSim.Model.Costs;

namespace MountSim.Calibration.Profiles;

/// <summary>What the scheduler of the host costs, with all its CPUs busy.</summary>
/// <param name="SwitchMicroseconds">CPU time from one task's leaving a CPU to the next one's running there, its wake-up included.</param>
/// <param name="SpeedOfAll">
/// How fast a CPU runs kernel code while all others do, over its speed alone. Below 1 where CPUs share a core, a clock or a host; a guest is often not told.
/// </param>
public sealed record SchedulingCost(Interval SwitchMicroseconds, Interval SpeedOfAll)
{
    /// <summary>How long a task computes on while another waits for its CPU; null: not measured.</summary>
    public Interval? SliceMicroseconds { get; init; }

    /// <summary>CPU time of freeing a mount after it went, in interrupts of the CPU that took it away; null: not measured.</summary>
    public Interval? FreeMountMicroseconds { get; init; }

    /// <summary>The same of a superblock, a tmpfs's, beyond its mount; null: not measured.</summary>
    public Interval? FreeSuperblockMicroseconds { get; init; }
}
