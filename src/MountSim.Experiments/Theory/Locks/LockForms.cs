using MountSim.Experiments.Theory.ClosedForms;

namespace MountSim.Experiments.Theory.Locks;

/// <summary>The stochastic systems that the model's locks are held against.</summary>
internal static class LockForms
{
    private const double Think = 900, Hold = 100; // ns

    public static IReadOnlyList<Form> All { get; } =
    [
        .. new[] { 1, 2, 5, 10, 11, 20, 50, 100 }.Select(Repairman),
        SeqLock(),
        .. new[] { (10_000, 400, 0, 48), (10_000, 400, 100, 8), (10_000, 400, 100, 16), (10_000, 400, 100, 32), (10_000, 400, 100, 48), (1_592, 121, 100, 12) }
            .Select(set => Chain(new BoydWickizer(set.Item1, set.Item2, set.Item3, set.Item4))),
        .. new[] { 8, 48, 96 }.Select(Saturation),
    ];

    private static Form Repairman(int threads) => new(
        $"qspinlock M/M/1//N N={threads}", $"the queued spinlock under {threads} threads that think 900 ns and hold 100 ns, on lines that cost nothing",
        [new("R", "ns", new Repairman(threads, Think, Hold).Response)],
        plan => [SpinLockRepairman.Simulate(plan, threads, Think, Hold)]);

    private static Form SeqLock()
    {
        var exact = SeqLockReads.Exact;
        return new Form(
            "seqlock reader", "a read_seqbegin/read_seqretry loop of 100 ns beside a writer of 200 ns that comes once an idle microsecond",
            [
                new("E[T]", "ns", exact.MeanTime), new("attempts", "", exact.Attempts), new("retries an attempt", "", exact.RetryProbability),
                new("P(busy)", "", exact.BusyProbability), new("blind success", "", exact.BlindSuccess),
            ],
            SeqLockReads.Simulate);
    }

    private static Form Chain(BoydWickizer model) => new(
        FormattableString.Invariant($"Boyd-Wickizer a={model.Gap} s={model.Section} c={model.Transfer} n={model.Cores}"), "the ticket lock's Markov chain (OLS 2012), simulated as events",
        [new("1/rate", "", 1 / model.Rate)],
        plan => [BoydWickizerChain.Simulate(model, plan)]);

    private static Form Saturation(int threads)
    {
        var exact = new QueueLockSaturation(2, threads, DrainingQueue.HoldNs, DrainingQueue.SameNs, DrainingQueue.CrossNs);
        return new Form(
            $"queue lock N={threads}", $"the queued spinlock's hand-offs over two sockets of {threads / 2} threads of an 8275CL, held 50 ns, in random order",
            [new("1/X", "ns", 1 / exact.Throughput)],
            plan => [DrainingQueue.Simulate(plan, threads)]);
    }
}
