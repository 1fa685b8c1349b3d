using System.Runtime.CompilerServices;
using MountSim.Model.Kernels;

namespace MountSim.Model.Machines;

/// <summary>
/// The machine as one replication sees it: every cost a number, in picoseconds. Built from a <see cref="Machine"/> and a draw of the profile.
/// </summary>
public sealed class Hardware
{
    internal const long DefaultNormalGracePs = 20_000_000_000;

    private readonly byte[] _distance;

    /// <summary>Lays out so many hardware threads.</summary>
    /// <param name="cpus">Hardware threads online.</param>
    /// <param name="distance">The distance of two of them.</param>
    /// <param name="transferPs">Picoseconds of one line transfer by <see cref="Distance"/>.</param>
    public Hardware(int cpus, Func<int, int, Distance> distance, IReadOnlyList<long> transferPs)
    {
        Cpus = cpus;
        PossibleCpus = cpus;
        _distance = new byte[cpus * cpus];
        for (var a = 0; a < cpus; a++)
        {
            for (var b = 0; b < cpus; b++) _distance[(a * cpus) + b] = (byte)distance(a, b);
        }

        TransferPs = [.. transferPs];
        CoreOf = GroupBy(Distance.SameCore);
        L3Of = GroupBy(Distance.SameL3);
        MeanTransferPs = [.. Enumerable.Range(0, cpus).Select(MeanTransferTo)];
    }

    /// <summary>Hardware threads online: they run tasks.</summary>
    public int Cpus { get; }

    /// <summary>Possible CPUs: they decide the length of per-CPU loops.</summary>
    public int PossibleCpus { get; init; }

    /// <summary>Picoseconds of a line transfer by <see cref="Distance"/>.</summary>
    public long[] TransferPs { get; }

    /// <summary>Mean transfer from any other CPU to this one, picoseconds.</summary>
    public long[] MeanTransferPs { get; }

    /// <summary>The first CPU of each CPU's core: equal for SMT siblings.</summary>
    public int[] CoreOf { get; }

    /// <summary>The first CPU of each CPU's L3 group.</summary>
    public int[] L3Of { get; }

    /// <summary>An ownership upgrade of a line already held shared, as a share of its transfer (hardware reference 1.1: 0.65 to 0.85).</summary>
    public double UpgradeShare { get; init; } = 0.75;

    /// <summary>An atomic on a line this CPU owns, picoseconds (hardware reference 2.1, 2.2: 4.2 to 7 ns).</summary>
    public long LocalAtomicPs { get; init; } = 5_000;

    /// <summary>A load that hits this CPU's cache, picoseconds (about four cycles).</summary>
    public long HitPs { get; init; } = 1_000;

    /// <summary>Picoseconds an instruction by <see cref="WorkClass"/>.</summary>
    public double[] PsPerInstruction { get; init; } = [.. Enumerable.Repeat(400.0, Enum.GetValues<WorkClass>().Length)];

    /// <summary>From waking a task to its being runnable, picoseconds by <see cref="Distance"/>.</summary>
    public long[] WakeUpPs { get; init; } = [5_000_000, 5_000_000, 5_000_000, 10_000_000, 20_000_000];

    /// <summary>
    /// From a waiter's entering a sleeping lock's queue to its having left the CPU, picoseconds: 1.5 us from lock:contention_begin to sched_switch in the median of 559
    /// waits for a directory's rwsem (Linux 6.18, a Zen 5 guest, eight threads on two CPUs), of which two trace events take about 0.2.
    /// </summary>
    public long LeavePs { get; init; } = 1_300_000;

    /// <summary>The socket of each CPU.</summary>
    public int[] SocketOf { get; init; } = [];

    /// <summary>Time slice, picoseconds.</summary>
    public long TimeSlicePs { get; init; } = 3_000_000_000;

    /// <summary>True: who holds a sleeping lock when its slice ends goes on until it has released it, as on a kernel that does not preempt its own code (PREEMPT_NONE).</summary>
    public bool HoldersKeepTheirCpu { get; init; }

    /// <summary>By busy threads of a core (index 1 and up): how much longer work takes on each.</summary>
    public double[] SmtSlowdown { get; init; } = [1, 1, 1.6];

    /// <summary>Share of the per-CPU lines of a shared mount that other CPUs own.</summary>
    public double DirtyShare { get; init; } = 0.5;

    /// <summary>Independent loads that overlap in a loop over CPUs.</summary>
    public double ParallelLoads { get; init; } = 4;

    /// <summary>Fixed part of an expedited grace period, picoseconds.</summary>
    public long GraceBasePs { get; init; } = 15_000_000;

    /// <summary>An expedited grace period while no other CPU is busy, picoseconds; null: the fixed part.</summary>
    public long? GraceIdlePs { get; init; }

    /// <summary>
    /// An expedited grace period that begins within <see cref="GraceRecentPs"/> of the last one's end while no other CPU is busy, picoseconds; null: as any other. Its
    /// thread and its caller still have a CPU awake then, or the same one (kernel/sched/fair.c select_idle_sibling, available_idle_cpu).
    /// </summary>
    public long? GraceBackToBackPs { get; init; }

    /// <summary>How long an idle CPU stays awake, picoseconds: KVM lets a halted virtual CPU spin for 200 us at most (arch/x86/include/asm/kvm_host.h, KVM_HALT_POLL_NS_DEFAULT).</summary>
    public long GraceRecentPs { get; init; } = 200_000_000;

    /// <summary>How fast a CPU runs kernel code while all others are busy, over its speed alone. Between the two, which alone are measured, the loss is taken to grow with the busy CPUs.</summary>
    public double SpeedOfAllCpus { get; init; } = 1;

    /// <summary>CPU time of an expedited grace period in its kernel thread (rcu_exp_gp_kthread_worker), picoseconds; 0: none is charged.</summary>
    public long GraceThreadPs { get; init; }

    /// <summary>CPU time of that thread a caller where callers share grace periods, picoseconds: it wakes each. 0: none is charged, and all wake at once.</summary>
    public long GraceThreadPerCallerPs { get; init; }

    /// <summary>
    /// CPU time from one task's leaving a CPU to the next one's running there, picoseconds: try_to_wake_up, __schedule, finish_task_switch. A CPU that was idle spends
    /// it within the wake-up latency. 0: none is charged.
    /// </summary>
    public long SwitchPs { get; init; }

    /// <summary>CPU time of freeing a mount after it went, in interrupts of the CPU that took it away, picoseconds; 0: none is charged.</summary>
    public long FreeMountPs { get; init; }

    /// <summary>The same of a tmpfs's superblock with what hangs on it.</summary>
    public long FreeSuperblockPs { get; init; }

    /// <summary>What a system call costs its caller beyond the modelled instructions, picoseconds; a container's own code has it in its time, and 0 here.</summary>
    public long CallPs { get; init; }

    /// <summary>Part of an expedited grace period a busy CPU, picoseconds.</summary>
    public long GracePerBusyCpuPs { get; init; } = 400_000;

    /// <summary>A normal grace period, picoseconds: 5,001 umounts in 100 s (kernel commit 22cb7405fada).</summary>
    public long NormalGracePs { get; init; } = DefaultNormalGracePs;

    /// <summary>What one interrupt costs the CPU it hits, picoseconds (a guess: entry, handler and exit of an IPI take about a microsecond).</summary>
    public long InterruptPs { get; init; } = 1_000_000;

    /// <summary>The distance of two CPUs.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Distance DistanceBetween(int a, int b) => (Distance)_distance[(a * Cpus) + b];

    /// <summary>Picoseconds from a wake-up on one CPU to the task being runnable on another.</summary>
    public long WakeUp(int from, int to)
    {
        if (L3Of[from] == L3Of[to]) return WakeUpPs[(int)Distance.SameL3];
        var sameSocket = SocketOf.Length == 0 ? DistanceBetween(from, to) < Distance.CrossSocket : SocketOf[from] == SocketOf[to];
        return WakeUpPs[(int)(sameSocket ? Distance.SameSocket : Distance.CrossSocket)];
    }

    /// <summary>Picoseconds for a line to move between two CPUs.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public long Transfer(int from, int to) => TransferPs[_distance[(from * Cpus) + to]];

    /// <summary>
    /// A loop over every possible CPU: C x max(instructions, share of lines another CPU owns x mean transfer / parallel loads). Instructions are the floor,
    /// memory is the rest; on two CPUs the floor holds, on two sockets the transfers do.
    /// </summary>
    public double CpuLoopPs(int cpu, double instructionsPerCpu, CpuLineSharing sharing, WorkClass workClass)
    {
        var floor = instructionsPerCpu * PsPerInstruction[(int)workClass];
        var fetch = sharing == CpuLineSharing.Own ? 0 : DirtyShare * MeanTransferPs[cpu] / ParallelLoads;
        return PossibleCpus * Math.Max(floor, fetch);
    }

    /// <summary>
    /// One mount of a list too long for a core's own caches: its instructions, and its line, in a list one load after the other, from within the L3 group. A walk only
    /// reads. Of the list's lines those of one that came or went have changed since, and of its neighbours in the lists and the tree that it is in: some ten of thousands, which are left out.
    /// </summary>
    public double VisitPs(double instructions, WorkClass workClass) =>
        (instructions * PsPerInstruction[(int)workClass]) + TransferPs[(int)Distance.SameL3];

    private int[] GroupBy(Distance within)
    {
        var group = new int[Cpus];
        for (var cpu = 0; cpu < Cpus; cpu++)
        {
            var first = 0;
            while (_distance[(cpu * Cpus) + first] > (byte)within) first++;
            group[cpu] = first;
        }

        return group;
    }

    private long MeanTransferTo(int cpu)
    {
        if (Cpus == 1) return 0;
        var sum = 0L;
        for (var other = 0; other < Cpus; other++)
        {
            if (other != cpu) sum += Transfer(other, cpu);
        }

        return sum / (Cpus - 1);
    }
}
