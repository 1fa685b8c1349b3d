using MountSim.Engine;
using MountSim.Model.Kernels;
using MountSim.Model.Locks;
using MountSim.Model.Machines;
using MountSim.Model.Simulation;

namespace MountSim.Model.Tests.Locks;

/// <summary>A machine with tasks on it, for one test.</summary>
public sealed class Lab
{
    public const long Nanosecond = 1_000;
    public const long Microsecond = 1_000_000;
    public const long Millisecond = 1_000_000_000;
    private const long NoSlice = 1L << 60;

    private readonly long _seed;

    public Lab(Hardware hardware, long seed = 1)
    {
        _seed = seed;
        Scheduler = new Scheduler(Clock, hardware);
    }

    public Engine.Simulation Clock { get; } = new();

    public Scheduler Scheduler { get; }

    public List<ScriptedTask> Tasks { get; } = [];

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
        PsPerInstruction = new double[Enum.GetValues<WorkClass>().Length],
        TimeSlicePs = slicePs,
    };

    /// <summary>A few CPUs with every cost there is, and short slices.</summary>
    public static Hardware Crowded(int cpus) => new(cpus, (a, b) => a == b ? Distance.Self : Distance.SameL3, [0, 20_000, 50_000, 50_000, 50_000])
    {
        TimeSlicePs = 20 * Microsecond,
    };

    public CacheLine Line() => new(Scheduler.Hardware, Random("line"));

    public RandomStream Random(string name) => new(_seed, name);

    public ScriptedTask Start(Func<ScriptedTask, IEnumerable<TaskStep>> steps)
    {
        var task = new ScriptedTask(Scheduler, Tasks.Count, steps);
        Tasks.Add(task);
        task.Begin();
        return task;
    }

    public void RunTo(long picoseconds) => Clock.RunUntil(new SimTime(picoseconds));

    public SimLock Create(LockVariety variety) => variety switch
    {
        LockVariety.QSpinLock => new QSpinLock(Scheduler, Line()),
        LockVariety.TicketLock => new TicketLock(Scheduler, Line(), Random("ticket")),
        LockVariety.Mutex => new Model.Locks.Mutex(Scheduler, Line()),
        LockVariety.SeqLock => new SeqLock(Scheduler, Line(), Random("seqlock")),
        LockVariety.RwSemXadd => new RwSem(Scheduler, Line(), RwSemGeneration.Xadd),
        LockVariety.RwSemReaderSpin => new RwSem(Scheduler, Line(), RwSemGeneration.ReaderSpin),
        LockVariety.RwSemReaderSteal => new RwSem(Scheduler, Line(), RwSemGeneration.ReaderSteal),
        _ => throw new ArgumentOutOfRangeException(nameof(variety)),
    };
}
