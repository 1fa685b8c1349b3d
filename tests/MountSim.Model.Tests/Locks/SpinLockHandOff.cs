using MountSim.Engine;
using MountSim.Model.Locks;

namespace MountSim.Model.Tests.Locks;

/// <summary>
/// What a hand-off of the queued spinlock costs, from its transactions. In a queue that only drains, the holder still owns the line when it stores: a hand-off is the
/// next waiter's read transfer and its upgrade, T (1 + u). When the last holder comes again at once, its atomic takes the line from the holder, whose store
/// must fetch it back: another T.
/// </summary>
public class SpinLockHandOff
{
    // Xeon Platinum 8275CL, one way medians: 46.6 ns in a socket, 134.1 ns between sockets (nviennot/core-to-core-latency).
    private const long Same = 46_600;
    private const long Cross = 134_100;
    private const long Hold = 50_000;

    [Theory]
    [InlineData(2, 5.431831)]
    [InlineData(8, 6.821282)]
    [InlineData(48, 7.078100)]
    [InlineData(96, 7.101742)]
    public void A_draining_queue_in_random_order_has_the_throughput_of_two_equal_sockets(int threads, double mops)
    {
        // Every hand-off is exactly one transfer; over random orders the share within a socket is (m - 1) / (2 m - 1).
        var sameShare = ((threads / 2) - 1.0) / (threads - 1);
        var mean = Hold + (sameShare * Same) + ((1 - sameShare) * Cross);
        Assert.Equal(mops, 1e6 / mean, 6);
        if (threads == 2) return; // no hand-off follows the one that ends the arrivals

        var random = new RandomStream(1, "orders");
        const int orders = 200;
        var total = 0.0;
        for (var i = 0; i < orders; i++) total += Drain(Shuffled(threads, random), threads, 0).Average();
        // Standard error: half the range of a transfer over the root of (orders x hand-offs), at most; five of them.
        var tolerance = 5 * (Cross - Same) / 2.0 / Math.Sqrt(orders * (threads - 1.0));
        Assert.InRange(total / orders, mean - tolerance, mean + tolerance);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(0.75)]
    public void Each_hand_off_of_a_draining_queue_is_a_read_transfer_and_an_upgrade_to_the_picosecond(double upgrade)
    {
        var order = Shuffled(16, new RandomStream(2, "order"));
        var holds = Drain(order, 16, upgrade);
        Assert.Equal(14, holds.Count);
        for (var k = 0; k < holds.Count; k++)
        {
            var transfer = order[k + 1] / 8 == order[k + 2] / 8 ? Same : Cross;
            Assert.Equal(Hold + transfer + (long)(upgrade * transfer), holds[k]);
        }
    }

    [Theory]
    [InlineData(0.65)]
    [InlineData(0.75)]
    [InlineData(0.85)]
    public void A_polling_waiter_pays_1_65_to_1_85_transfers(double upgrade)
    {
        var one = Drain([0, 1, 2, 3], 8, 0)[1] - Hold;
        var polled = Drain([0, 1, 2, 3], 8, upgrade)[1] - Hold;
        Assert.InRange(polled / (double)one, 1.65, 1.85);
    }

    [Theory]
    [InlineData(2, 0)]
    [InlineData(3, 0)]
    [InlineData(8, 0)]
    [InlineData(8, 0.75)]
    [InlineData(48, 0.75)]
    [InlineData(96, 0.75)]
    public void A_saturated_loop_pays_for_the_line_that_the_last_holder_took(int threads, double upgrade)
    {
        const int rounds = 20;
        var lab = new Lab(Lab.Sockets(2, (threads + 1) / 2, Same, Cross, upgrade));
        var gate = lab.Create(LockVariety.QSpinLock);
        var grants = new List<(long At, int Cpu)>();
        for (var i = 0; i < threads; i++) lab.Start(task => Loop(task, gate, grants, rounds));
        lab.Clock.Run();

        // From the second round on every waiter comes in the same order, and the end is not yet in sight.
        for (var k = threads * 3; k < threads * (rounds - 3); k++)
        {
            var (before, holder, next) = (grants[k - 1].Cpu, grants[k].Cpu, grants[k + 1].Cpu);
            var taken = lab.Scheduler.Hardware.Transfer(before, holder);
            var read = lab.Scheduler.Hardware.Transfer(holder, next);
            // The last holder's atomic is done a transfer after the grant; a shorter hold waits for it.
            Assert.Equal(Math.Max(Hold, taken) + taken + read + (long)(upgrade * read), grants[k + 1].At - grants[k].At);
        }
    }

    private static IEnumerable<TaskStep> Loop(ScriptedTask task, SimLock gate, List<(long At, int Cpu)> grants, int rounds)
    {
        for (var i = 0; i < rounds; i++)
        {
            yield return TaskStep.Acquire(gate);
            grants.Add((task.Now, task.Cpu));
            yield return TaskStep.Run(Hold);
            yield return TaskStep.Release(gate);
        }
    }

    // Holds are counted from grant to grant; the first, which waits until all have queued, is left out.
    private static List<long> Drain(int[] order, int threads, double upgrade)
    {
        var lab = new Lab(Lab.Sockets(2, threads / 2, Same, Cross, upgrade));
        var gate = lab.Create(LockVariety.QSpinLock);
        var place = order.Select((cpu, at) => (cpu, at)).ToDictionary(pair => pair.cpu, pair => pair.at);
        var grants = new long[order.Length];
        for (var i = 0; i < threads; i++) lab.Start(task => Once(task, gate, place, grants));
        lab.Clock.Run();
        return [.. grants.Zip(grants.Skip(1), (a, b) => b - a).Skip(1)];
    }

    private static IEnumerable<TaskStep> Once(ScriptedTask task, SimLock gate, Dictionary<int, int> place, long[] grants)
    {
        yield return TaskStep.Run(1);
        if (!place.TryGetValue(task.Cpu, out var at)) yield break;
        yield return TaskStep.Run(Lab.Microsecond * (1 + at));
        yield return TaskStep.Acquire(gate);
        grants[at] = task.Now;
        yield return TaskStep.Run(at == 0 ? Lab.Millisecond : Hold);
        yield return TaskStep.Release(gate);
    }

    private static int[] Shuffled(int threads, RandomStream random)
    {
        var order = Enumerable.Range(0, threads).ToArray();
        for (var i = threads - 1; i > 0; i--)
        {
            var other = random.NextInt(i + 1);
            (order[i], order[other]) = (order[other], order[i]);
        }

        return order;
    }
}
