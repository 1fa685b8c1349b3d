using MountSim.Engine;
using MountSim.Experiments.Theory.Locks;
using MountSim.Model.Bench;
using MountSim.Model.Locks;

namespace MountSim.Experiments.Tests.Theory;

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
    [InlineData(0)]
    [InlineData(0.75)]
    public void Each_hand_off_of_a_draining_queue_is_a_read_transfer_and_an_upgrade_to_the_picosecond(double upgrade)
    {
        var order = DrainingQueue.Shuffled(16, new RandomStream(2, "order"));
        var holds = DrainingQueue.Drain(order, 16, upgrade);
        Assert.Equal(14, holds.Count);
        for (var k = 0; k < holds.Count; k++)
        {
            var transfer = order[k + 1] / 8 == order[k + 2] / 8 ? Same : Cross;
            Assert.Equal(Hold + transfer + (long)(upgrade * transfer), holds[k]);
        }
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
        var lab = new LockBench(LockBench.Sockets(2, (threads + 1) / 2, Same, Cross, upgrade));
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
}
