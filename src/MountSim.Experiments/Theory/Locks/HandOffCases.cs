using MountSim.Experiments.Validation;
using MountSim.Model.Costs;

namespace MountSim.Experiments.Theory.Locks;

/// <summary>What a hand-off of the queued spinlock costs, from its transactions.</summary>
internal static class HandOffCases
{
    // Hardware reference: a waiter that polls with loads pays 1.65 to 1.85 transfers (core-to-core latency by load and store against by compare-and-swap).
    private const double FewestTransfers = 1.65, MostTransfers = 1.85;

    public static IReadOnlyList<TheoryCase> All { get; } =
    [
        TheoryCase.Of(
            "queue lock within a socket", "the queued spinlock's hand-offs within a socket of an 8275CL, held 50 ns", "",
            _ => [ExactRow.Of("X", "1/us", 1e6 / DrainingQueue.Drain([.. Enumerable.Range(0, 48)], 96, 0).Average(), 1e3 / (DrainingQueue.HoldNs + DrainingQueue.SameNs))]),
        TheoryCase.Of(
            "polling waiter", "a hand-off to a waiter that polls with loads is a read transfer and an upgrade", "Hardware says 1.65 to 1.85 transfers",
            _ =>
            [
                .. new[] { 0.65, 0.75, 0.85 }.Select(upgrade => ValidationRow.InBand(
                    FormattableString.Invariant($"transfers at an upgrade of {upgrade}"), "", Interval.Exact(Transfers(upgrade)),
                    new Interval((FewestTransfers + MostTransfers) / 2, FewestTransfers, MostTransfers))),
            ]),
    ];

    private static double Transfers(double upgrade) => HandOff(upgrade) / HandOff(0);

    private static double HandOff(double upgrade) => DrainingQueue.Drain([0, 1, 2, 3], 8, upgrade)[1] - (DrainingQueue.HoldNs * Model.Bench.LockBench.Nanosecond);
}
