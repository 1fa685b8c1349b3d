using MountSim.Calibration.Estimators;
using MountSim.Calibration.Hosts;
using MountSim.Calibration.Probes;
using MountSim.Calibration.Profiles;
using MountSim.Calibration.Tracing;

namespace MountSim.Calibration.Curves;

/// <summary>
/// Runs each operation with 1, 2, 4 and so on workers, each in a mount namespace of its own, up to twice as many as CPUs, with the kernel's
/// contention events off and on in turn.
/// </summary>
internal sealed class CurveSurvey
{
    private static readonly TimeSpan Window = TimeSpan.FromMilliseconds(40);

    // A container host's table; with fewer mounts the walks under the lock are too short to meet.
    private const int ExtraMounts = 40;

    // A curve is known by then, and each worker costs a table of mounts.
    private const int MostCpus = 64;
    private readonly IReadOnlyList<Room> _rooms;
    private readonly List<(CurveOperation Operation, IReadOnlyList<CurveWorker> Workers)> _operations = [];
    private readonly ContentionTracer? _tracer;

    internal CurveSurvey(string directory, HostTopology topology, ContentionTracer? tracer, Action<string, string> skip)
    {
        _tracer = tracer;
        Counts = WorkerCounts(topology.Cpus.Count);
        _rooms = [.. Enumerable.Range(0, Counts[^1]).Select(i => new Room(directory, topology.Cpus[^(1 + (i % topology.Cpus.Count))], ExtraMounts, true, $"worker{i}-"))];
        foreach (var operation in CurveOperation.All)
            Admit(operation, skip);
    }

    /// <summary>Numbers of workers, ascending.</summary>
    internal IReadOnlyList<int> Counts { get; }

    /// <summary>A short run of everything with all stacks, by which the tracer learns the locks.</summary>
    /// <returns>What a stack cost a waiter, ns; null when nobody waited.</returns>
    internal double? Learn()
    {
        var costs = new List<double>();
        foreach (var (_, workers) in _operations)
            if (Trace(workers, ContentionStacks.All) is { Stacks: > 0 } learned)
                costs.Add(learned.StackNs);
        return costs.Count > 0 ? Quantiles.Median([.. costs]) : null;
    }

    /// <summary>One round: every operation with every number of workers.</summary>
    /// <param name="traced">With the contention events on.</param>
    internal IEnumerable<CurveRound> Round(bool traced) =>
        from pair in _operations
        from count in Counts
        select Run(pair.Operation, [.. pair.Workers.Take(count)], traced);

    // 1, 2, 4 and so on, the CPUs, and twice as many.
    private static IReadOnlyList<int> WorkerCounts(int usable)
    {
        var cpus = Math.Min(usable, MostCpus);
        var counts = new SortedSet<int> { cpus, 2 * cpus };
        for (var workers = 1; workers < cpus; workers *= 2)
            counts.Add(workers);
        return [.. counts];
    }

    private void Admit(CurveOperation operation, Action<string, string> skip)
    {
        try
        {
            _operations.Add((operation, [.. _rooms.Select(room => new CurveWorker(room, operation.Make(room)))]));
        }
        catch (Exception e)
        {
            skip("contention of " + operation.Name, e.Message);
        }
    }

    private CurveRound Run(CurveOperation operation, IReadOnlyList<CurveWorker> workers, bool traced)
    {
        ContentionResult? trace = null;
        if (traced)
            trace = Trace(workers, ContentionStacks.UnknownSleepers);
        else
            Run(workers);
        double[] cycles = [.. workers.SelectMany(w => w.Cycles)];
        return new CurveRound(
            operation.Name, workers.Count, traced, workers.Sum(w => w.PerSecond), Quantiles.Median(cycles), Quantiles.At(cycles, 0.95),
            trace is null ? [] : Waits(trace, cycles.Length), trace?.Lost ?? 0);
    }

    private ContentionResult Trace(IReadOnlyList<CurveWorker> workers, ContentionStacks stacks)
    {
        _tracer!.Start(stacks);
        Run(workers);
        return _tracer.Stop();
    }

    private static void Run(IReadOnlyList<CurveWorker> workers)
    {
        using var start = new Barrier(workers.Count);
        Task.WhenAll(workers.Select(w => Task.Factory.StartNew(
            () => w.Run(start, Window), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default))).GetAwaiter().GetResult();
    }

    private static IReadOnlyList<LockWait> Waits(ContentionResult traced, int cycles) =>
    [
        .. traced.Locks.Where(l => l.Named).GroupBy(l => l.Lock).Select(group => new LockWait(
            group.Key, group.Sum(l => l.Contended) / (double)cycles, group.Sum(l => l.WaitTotalNs) / cycles)),
    ];
}
