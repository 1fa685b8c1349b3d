using MountSim.Engine;
using MountSim.Model.Bench;

namespace MountSim.Experiments.Theory.Locks;

/// <summary>
/// A queue of the queued spinlock that only drains: the holder still owns the line when it stores, so a hand-off is the next waiter's read transfer and
/// its upgrade, T (1 + u), and nothing else.
/// </summary>
internal static class DrainingQueue
{
    // Xeon Platinum 8275CL, one way medians (nviennot/core-to-core-latency).
    public const double SameNs = 46.6, CrossNs = 134.1, HoldNs = 50;

    private const int OrdersInBatch = 10;
    private const long Same = 46_600, Cross = 134_100, Hold = 50_000;

    /// <summary>Mean time from grant to grant, ns, over random orders of the waiters; the samples are orders, whatever the plan's batch is.</summary>
    public static BatchMeans Simulate(RunPlan plan, int threads)
    {
        var random = new RandomStream(plan.Seed, "orders");
        var means = new BatchMeans(OrdersInBatch);
        while (means.Batches < RunPlan.Batches) means.Add(Drain(Shuffled(threads, random), threads, 0).Average() / LockBench.Nanosecond);
        return means;
    }

    /// <summary>Times from grant to grant, ps; the first, which waits until all have queued, is left out.</summary>
    /// <param name="order">CPUs in the order in which they ask.</param>
    /// <param name="threads">Threads on both sockets.</param>
    /// <param name="upgrade">An upgrade's price as a share of a transfer.</param>
    public static IReadOnlyList<long> Drain(int[] order, int threads, double upgrade)
    {
        var bench = new LockBench(LockBench.Sockets(2, threads / 2, Same, Cross, upgrade));
        var gate = bench.Create(LockVariety.QSpinLock);
        var place = order.Select((cpu, at) => (cpu, at)).ToDictionary(pair => pair.cpu, pair => pair.at);
        var grants = new long[order.Length];
        for (var i = 0; i < threads; i++) bench.Start(task => Once(task, gate, place, grants));
        bench.Clock.Run();
        return [.. grants.Zip(grants.Skip(1), (a, b) => b - a).Skip(1)];
    }

    /// <summary>All threads in random order.</summary>
    public static int[] Shuffled(int threads, RandomStream random)
    {
        var order = Enumerable.Range(0, threads).ToArray();
        for (var i = threads - 1; i > 0; i--)
        {
            var other = random.NextInt(i + 1);
            (order[i], order[other]) = (order[other], order[i]);
        }

        return order;
    }

    private static IEnumerable<TaskStep> Once(ScriptedTask task, Model.Locks.SimLock gate, Dictionary<int, int> place, long[] grants)
    {
        yield return TaskStep.Run(1);
        if (!place.TryGetValue(task.Cpu, out var at)) yield break;
        yield return TaskStep.Run(LockBench.Microsecond * (1 + at));
        yield return TaskStep.Acquire(gate);
        grants[at] = task.Now;
        yield return TaskStep.Run(at == 0 ? LockBench.Millisecond : Hold);
        yield return TaskStep.Release(gate);
    }
}
