using BenchmarkDotNet.Attributes;
using MountSim.Engine;
using MountSim.Model.Kernels;
using MountSim.Model.Locks;
using MountSim.Model.Machines;
using MountSim.Model.Simulation;

namespace MountSim.Benchmarks;

/// <summary>
/// Tasks that sleep, take one lock for a microsecond, and sleep again, on two sockets of 96 CPUs: one operation is one such turn. The sleep
/// grows with the tasks, so that the lock is wanted once in two microseconds: busy, with a queue, and not more runnable tasks than CPUs. (One
/// task never meets another: a turn takes it three.)
/// </summary>
public class ContendedLocks
{
    private const int Turns = 100_000;
    private const int EventsATurn = 5;
    private const int Sockets = 2;
    private const int CpusPerSocket = 96;
    private const long HoldPs = 1_000_000;
    private const long PeriodPs = 2_000_000;

    private Simulation _simulation = new();
    private SimLock _lock = null!;
    private BareLoop _bare = null!;

    [Params(1, 100, 1_000, 10_000)]
    public int Tasks { get; set; }

    [GlobalSetup(Target = nameof(Bare))]
    public void StartBare() => _bare = new BareLoop(Tasks, (int)PeriodPs);

    [GlobalSetup(Target = nameof(SpinLock))]
    public void StartSpinLock() => Start((scheduler, line) => new QSpinLock(scheduler, line));

    [GlobalSetup(Target = nameof(Mutex))]
    public void StartMutex() => Start((scheduler, line) => new Model.Locks.Mutex(scheduler, line));

    /// <summary>As many events as a turn has, over a bare pending-event set.</summary>
    [Benchmark(OperationsPerInvoke = Turns, Baseline = true)]
    public long Bare() => _bare.Run(Turns * EventsATurn);

    [Benchmark(OperationsPerInvoke = Turns)]
    public long SpinLock() => Run();

    [Benchmark(OperationsPerInvoke = Turns)]
    public long Mutex() => Run();

    [GlobalCleanup]
    public void Say()
    {
        if (_lock is null) return;
        var turns = (double)_lock.Statistics(LockMode.Write).Acquisitions;
        Console.WriteLine(FormattableString.Invariant(
            $"// {_lock.GetType().Name} {Tasks}: {_simulation.Events / turns:F2} events a turn, contended {_lock.Statistics(LockMode.Write).Contended / turns:P0}, held {_lock.HeldTotal / (double)_simulation.Now.Picoseconds:P0} of the time"));
    }

    private long Run()
    {
        _simulation.RunUntil(_simulation.Now + new SimSpan(Turns * (Tasks == 1 ? PeriodPs + HoldPs : PeriodPs)));
        return _lock.HeldTotal;
    }

    private void Start(Func<Scheduler, CacheLine, SimLock> create)
    {
        // r5.metal's transfers: 46.6 ns in a socket, 134.1 ns between two.
        var hardware = new Hardware(
            Sockets * CpusPerSocket,
            (a, b) => a == b ? Distance.Self : a / CpusPerSocket == b / CpusPerSocket ? Distance.SameL3 : Distance.CrossSocket,
            [0, 46_600, 46_600, 46_600, 134_100]);
        _simulation = new Simulation();
        var scheduler = new Scheduler(_simulation, hardware);
        _lock = create(scheduler, new CacheLine(hardware, new RandomStream(1, "line")));
        for (var i = 0; i < Tasks; i++) new TurnTask(scheduler, i, _lock, Tasks * PeriodPs, HoldPs).Begin();
        Run();
    }
}
