namespace MountSim.Calibration.Scheduling;

/// <summary>One round of the scheduling survey.</summary>
/// <param name="SwitchNs">CPU time a switch from one task to the next, its wake-up included, with all CPUs busy, ns.</param>
/// <param name="SpeedOfAll">How fast a CPU runs kernel code while all others do, over its speed alone.</param>
/// <param name="SliceNs">How long a task computes on while another waits for its CPU, ns; null when no turn was seen whole.</param>
/// <param name="Grace">Grace periods one after the other; null where nothing may be mounted.</param>
/// <param name="Frees">What is freed later; null where nothing may be mounted.</param>
internal sealed record SchedulingRound(double SwitchNs, double SpeedOfAll, double? SliceNs, GraceLoop? Grace, FreeLoop? Frees = null);

/// <summary>A loop of umounts, each of which waits for an expedited grace period.</summary>
/// <param name="UmountNs">The median umount, ns.</param>
/// <param name="ThreadNs">CPU time of the kernel's thread a grace period, ns; null where the kernel has no such thread.</param>
/// <param name="ThreadNsOfMany">The same an umount of many threads at once, which share grace periods, ns.</param>
internal sealed record GraceLoop(double UmountNs, double? ThreadNs, double? ThreadNsOfMany = null);

/// <summary>What callbacks of RCU take of the CPU that took something away.</summary>
/// <param name="MountNs">A mount, ns.</param>
/// <param name="SuperblockNs">A tmpfs's superblock beyond its mount, ns.</param>
internal sealed record FreeLoop(double MountNs, double SuperblockNs);
