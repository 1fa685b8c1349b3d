using MountSim.Model.Kernels;

namespace MountSim.Model.Costs;

/// <summary>
/// What the simulator takes from a profile: how fast kernel instructions of each class run, relative to the profile host's machine file,
/// and the parameters that no instruction count holds. Each replication draws one value from each interval.
/// </summary>
/// <param name="ProfileName">The profile it came from.</param>
/// <param name="ClassRatio">By <see cref="WorkClass"/>: measured ns an instruction over the profile machine's own <c>ns_per_instruction</c>.</param>
/// <param name="SpreadCv">Coefficient of variation of one operation's time on an idle host.</param>
/// <param name="DirtyShare">Share of the per-CPU lines of a shared mount that another CPU owns (0 to 1).</param>
/// <param name="ParallelLoads">Independent loads that overlap in a loop over CPUs (about 4).</param>
/// <param name="GraceBaseMicroseconds">An expedited grace period's fixed part, microseconds.</param>
/// <param name="GracePerBusyCpuMicroseconds">Its part a busy CPU, microseconds.</param>
public sealed record CostModel(
    string ProfileName,
    IReadOnlyDictionary<WorkClass, Interval> ClassRatio,
    double SpreadCv,
    Interval DirtyShare,
    Interval ParallelLoads,
    Interval GraceBaseMicroseconds,
    Interval GracePerBusyCpuMicroseconds)
{
    /// <summary>An expedited grace period while no other CPU is busy, microseconds; null: as with busy ones. In a guest it is longer: an idle vCPU is woken dearly.</summary>
    public Interval? GraceIdleMicroseconds { get; init; }

    /// <summary>An expedited grace period soon after another, while no other CPU is busy, microseconds; null: as any other.</summary>
    public Interval? GraceBackToBackMicroseconds { get; init; }

    /// <summary>
    /// How fast a CPU of the profile's host runs kernel code while all others do, over its speed alone, 0 to 1; null: not measured. It is that host's alone: other machines say
    /// themselves what their siblings share.
    /// </summary>
    public Interval? SpeedOfAllCpus { get; init; }

    /// <summary>True where the kernel of the profile's host does not preempt its own code (PREEMPT_NONE): who holds locks keeps its CPU until it has released them.</summary>
    public bool HoldersKeepTheirCpu { get; init; }

    /// <summary>CPU time of freeing a mount after it went, in interrupts of the CPU that took it away, microseconds; null: not measured, and none is charged.</summary>
    public Interval? FreeMountMicroseconds { get; init; }

    /// <summary>The same of a tmpfs's superblock with what hangs on it, microseconds; null: not measured, and none is charged.</summary>
    public Interval? FreeSuperblockMicroseconds { get; init; }

    /// <summary>What a system call costs who makes it beyond the kernel's modelled instructions, ns: the way into the kernel and back, and two looks at the clock. A burst of this tool has it at each.</summary>
    public double CallNs { get; init; }

    /// <summary>How long a task of the profile's host computes on while another waits for its CPU, microseconds; null: not measured. Other machines say it themselves.</summary>
    public Interval? SliceMicroseconds { get; init; }

    /// <summary>CPU time of an expedited grace period in its kernel thread, microseconds; null: not measured, and none is charged.</summary>
    public Interval? GraceThreadMicroseconds { get; init; }

    /// <summary>CPU time of that thread a caller where many share grace periods, microseconds; null: not measured, and none is charged.</summary>
    public Interval? GraceThreadPerCallerMicroseconds { get; init; }

    /// <summary>CPU time from one task's leaving a CPU to the next one's running there, its wake-up included, microseconds; null: not measured, and none is charged.</summary>
    public Interval? SwitchMicroseconds { get; init; }
}
