using MountSim.Experiments.Validation;
using MountSim.Model.Bench;
using MountSim.Model.Costs;
using MountSim.Model.Kernels;
using MountSim.Model.Machines;

namespace MountSim.Experiments.Published.Cases;

/// <summary>M8: what each waiter adds to a ticket lock's hand-off.</summary>
internal static class TicketLockSlope
{
    // Graviton2: 47.2 ns core to core, a fetch_add alone 5.3 ns (travisdowns/concurrency-hierarchy-bench).
    private const long TransferPs = 47_200, LocalPs = 5_300;
    private static readonly int[] Threads = [2, 4, 8, 12, 16];

    public static PublishedCase Case { get; } = new(
        "M8",
        "A ticket lock costs 85 + 21.0 n ns an operation on 16 cores of Graviton2, whose line transfer is 47 ns (travisdowns/concurrency-hierarchy-bench)",
        "The slope within 15 %, the spread that the fits of this law show; the operation at 16 threads (428 ns) within a quarter, as what an operation does beside the lock is not modelled",
        run =>
        [
            ValidationRow.InBand("a further waiter", "ns", Interval.Exact(Slope(run)), Band.Within(21.0, 0.15)),
            ValidationRow.InBand("an operation at 16 threads", "ns", Interval.Exact(NsOfOperation(run, 16)), Band.Within(428, 0.25)),
        ]);

    /// <summary>Time over operations of all threads, ns.</summary>
    internal static double NsOfOperation(PublishedRun run, int threads)
    {
        var bench = new LockBench(Graviton2(), run.Seed);
        return 1e9 / LockLoop.RateOf(bench, bench.Create(LockVariety.TicketLock), (_, _) => LockMode.Write, threads, LocalPs, 0, 10 * LockBench.Millisecond);
    }

    /// <summary>Sixteen equal cores.</summary>
    internal static Hardware Graviton2() =>
        new(16, (a, b) => a == b ? Distance.Self : Distance.SameL3, [0, TransferPs, TransferPs, TransferPs, TransferPs]) { LocalAtomicPs = LocalPs };

    private static double Slope(PublishedRun run)
    {
        var (x, y) = (Threads.Select(n => (double)n).ToArray(), Threads.Select(n => NsOfOperation(run, n)).ToArray());
        return MathNet.Numerics.Fit.Line(x, y).B;
    }
}
