using MountSim.Engine;
using MountSim.Model.Kernels;
using MountSim.Model.Locks;
using MountSim.Model.Machines;
using MountSim.Model.Simulation;

namespace MountSim.Model.Bench;

/// <summary>A machine with scripted tasks on it: what a lock is measured on alone, without a kernel.</summary>
public sealed class LockBench
{
    /// <summary>Picoseconds in a nanosecond.</summary>
    public const long Nanosecond = 1_000;
    /// <summary>Picoseconds in a microsecond.</summary>
    public const long Microsecond = 1_000_000;
    /// <summary>Picoseconds in a millisecond.</summary>
    public const long Millisecond = 1_000_000_000;
    private const long NoSlice = 1L << 60;

    private readonly long _seed;

    /// <summary>A bench on a machine.</summary>
    public LockBench(Hardware hardware, long seed = 1)
    {
        ArgumentNullException.ThrowIfNull(hardware);
        _seed = seed;
        Scheduler = new Scheduler(Clock, hardware);
    }

    /// <summary>Simulated time.</summary>
    public Engine.Simulation Clock { get; } = new();

    /// <summary>The machine's scheduler.</summary>
    public Scheduler Scheduler { get; }

    /// <summary>The tasks in the order of their start.</summary>
    public IReadOnlyList<ScriptedTask> Tasks => _tasks;

    private readonly List<ScriptedTask> _tasks = [];

    /// <summary>Equal CPUs in one L3 with a cost for each line transfer and for nothing else: no local atomics, hits, upgrades, wake-ups or slices.</summary>
    public static Hardware Flat(int cpus, long transferPs = 0) => Sockets(1, cpus, transferPs, transferPs);

    /// <summary>CPUs whose only costs are wake-ups of 5 us, and with a time slice.</summary>
    public static Hardware Waking(int cpus, long slicePs = NoSlice) => Sockets(1, cpus, 0, 0, 0, 5 * Microsecond, slicePs);

    /// <summary>Sockets of equal threads, socket by socket, with a cost for each line transfer and for nothing else.</summary>
    public static Hardware Sockets(
        int sockets, int threads, long samePs, long crossPs, double upgradeShare = 0, long wakeUpPs = 0, long slicePs = NoSlice) => new(
        sockets * threads,
        (a, b) => a == b ? Distance.Self : a / threads == b / threads ? Distance.SameL3 : Distance.CrossSocket,
        [0, samePs, samePs, samePs, crossPs])
    {
        UpgradeShare = upgradeShare,
        LocalAtomicPs = 0,
        HitPs = 0,
        WakeUpPs = [wakeUpPs, wakeUpPs, wakeUpPs, wakeUpPs, wakeUpPs],
        LeavePs = 0,
        PsPerInstruction = new double[Enum.GetValues<WorkClass>().Length],
        TimeSlicePs = slicePs,
    };

    /// <summary>A few CPUs with every cost there is, and short slices.</summary>
    public static Hardware Crowded(int cpus) => new(cpus, (a, b) => a == b ? Distance.Self : Distance.SameL3, [0, 20_000, 50_000, 50_000, 50_000])
    {
        TimeSlicePs = 20 * Microsecond,
    };

    /// <summary>A line of its own.</summary>
    public CacheLine Line() => new(Scheduler.Hardware, Random("line"));

    /// <summary>A stream of random numbers by name.</summary>
    public RandomStream Random(string name) => new(_seed, name);

    /// <summary>Starts a task that does the steps.</summary>
    /// <param name="steps">What it does.</param>
    /// <param name="cpu">Where it begins, if that CPU is idle: 0 to one below the machine's CPUs.</param>
    public ScriptedTask Start(Func<ScriptedTask, IEnumerable<TaskStep>> steps, int cpu = 0)
    {
        var task = new ScriptedTask(Scheduler, _tasks.Count, steps) { Cpu = cpu };
        _tasks.Add(task);
        task.Begin();
        return task;
    }

    /// <summary>Runs to an instant, ps.</summary>
    public void RunTo(long picoseconds) => Clock.RunUntil(new SimTime(picoseconds));

    /// <summary>A lock on a line of its own.</summary>
    public SimLock Create(LockVariety variety) => variety switch
    {
        LockVariety.QSpinLock => new QSpinLock(Scheduler, Line()),
        LockVariety.TicketLock => new TicketLock(Scheduler, Line(), Random("ticket")),
        LockVariety.Mutex => new Locks.Mutex(Scheduler, Line()),
        LockVariety.SeqLock => new SeqLock(Scheduler, Line(), Random("seqlock")),
        LockVariety.RwSemXadd => new RwSem(Scheduler, Line(), RwSemGeneration.Xadd),
        LockVariety.RwSemReaderSpin => new RwSem(Scheduler, Line(), RwSemGeneration.ReaderSpin),
        LockVariety.RwSemReaderSteal => new RwSem(Scheduler, Line(), RwSemGeneration.ReaderSteal),
        _ => throw new ArgumentOutOfRangeException(nameof(variety)),
    };
}
