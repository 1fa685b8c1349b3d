using MountSim.Experiments.Theory.ClosedForms;
using MountSim.Experiments.Validation;
using MountSim.Model.Bench;
using MountSim.Model.Costs;
using MountSim.Model.Kernels;

namespace MountSim.Experiments.Theory.Locks;

/// <summary>The ticket lock's price of waiters: half a transfer each, and the collapse that it makes.</summary>
internal static class TicketLockCases
{
    private const double TransferNs = 47; // Graviton2, one way

    public static IReadOnlyList<TheoryCase> All { get; } =
    [
        TheoryCase.Of(
            "ticket lock against its chain", "the model's ticket lock against Boyd-Wickizer's chain, a=10000 s=400 c=100",
            "Within 10 %, as lock and chain are not the same: the lock draws the next holder's place at the release, of (k + 1)/2 transfers on average for the chain's k/2, arrivals during the hand-off do not lengthen it, and a free lock costs a whole transfer",
            plan => [.. new[] { 4, 8, 12, 16 }.Select(cores => AgainstChain(plan, cores))]),
        TheoryCase.Of(
            "ticket lock hand-off", "what a further waiter adds to a ticket lock's hand-off at a transfer of 47 ns",
            "Half a transfer within 15 %: hardware (Graviton2, 47.2 ns) shows 21.0 ns a waiter",
            plan =>
            [
                ValidationRow.InBand(
                    "a waiter", "ns", Interval.Exact((HandOff(plan, 64) - HandOff(plan, 8)) / (64 - 8)), new Interval(TransferNs / 2, 0.85 * TransferNs / 2, 1.15 * TransferNs / 2)),
            ]),
        TheoryCase.Of(
            "collapse", "throughput at 48 cores over that at 16, a=10000 s=400 c=100",
            "The chain's ratio within 10 % for the ticket lock; the queued spinlock keeps 95 % or more, as each of its waiters polls a line of its own",
            plan =>
            [
                ValidationRow.InBand("ticket lock", "", Interval.Exact(Kept(plan, LockVariety.TicketLock)), Within(Model(48).Rate / Model(16).Rate, 0.1)),
                ValidationRow.InBand("queued spinlock", "", Interval.Exact(Kept(plan, LockVariety.QSpinLock)), new Interval(1, 0.95, double.PositiveInfinity)),
            ]),
    ];

    private static BoydWickizer Model(int cores) => new(10_000, 400, 100, cores);

    private static Interval Within(double value, double share) => new(value, value * (1 - share), value * (1 + share));

    private static ValidationRow AgainstChain(RunPlan plan, int cores) => ValidationRow.InBand(
        FormattableString.Invariant($"acquisitions at n={cores}"), "1/us", Interval.Exact(1e3 * RateOf(plan, LockVariety.TicketLock, Model(cores))), Within(1e3 * Model(cores).Rate, 0.1));

    private static double Kept(RunPlan plan, LockVariety variety) => RateOf(plan, variety, Model(48)) / RateOf(plan, variety, Model(16));

    // Mean time from one grant to the next, less the hold, when all waiters are always there.
    private static double HandOff(RunPlan plan, int waiters)
    {
        const int holds = 40_000;
        var bench = new LockBench(LockBench.Flat(waiters + 1, (long)(TransferNs * LockBench.Nanosecond)), plan.Seed);
        var gate = bench.Create(LockVariety.TicketLock);
        for (var i = 0; i <= waiters; i++) bench.Start(_ => LoopingTask.Forever(gate, () => 0, () => LockBench.Microsecond));
        var taken = gate.Statistics(LockMode.Write);
        while (taken.Acquisitions < holds) bench.RunTo(bench.Clock.Now.Picoseconds + LockBench.Millisecond);
        return (bench.Clock.Now.Picoseconds / (double)taken.Acquisitions / LockBench.Nanosecond) - 1000;
    }

    // Acquisitions a ns; 400,000 ns of warm-up are dropped, and 200,000 acquisitions counted.
    private static double RateOf(RunPlan plan, LockVariety variety, BoydWickizer model)
    {
        var bench = new LockBench(LockBench.Flat(model.Cores, (long)(model.Transfer * LockBench.Nanosecond)), plan.Seed);
        var gate = bench.Create(variety);
        var random = bench.Random("times");
        long Draw(double mean) => (long)(random.NextExponential(mean) * LockBench.Nanosecond);
        for (var i = 0; i < model.Cores; i++) bench.Start(_ => LoopingTask.Forever(gate, () => Draw(model.Gap), () => Draw(model.Section)));
        bench.RunTo(400 * LockBench.Microsecond);
        var taken = gate.Statistics(LockMode.Write);
        var (from, start) = (taken.Acquisitions, bench.Clock.Now.Picoseconds);
        while (taken.Acquisitions < from + 200_000) bench.RunTo(bench.Clock.Now.Picoseconds + LockBench.Millisecond);
        return (taken.Acquisitions - from) * (double)LockBench.Nanosecond / (bench.Clock.Now.Picoseconds - start);
    }
}
