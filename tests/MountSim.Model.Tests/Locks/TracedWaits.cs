using MountSim.Model.Bench;
using MountSim.Model.Kernels;
using MountSim.Model.Locks;
using MountSim.Model.Simulation;

namespace MountSim.Model.Tests.Locks;

/// <summary>Which waits the kernel's contention tracepoints would show.</summary>
public class TracedWaits
{
    private const long Us = LockBench.Microsecond;

    [Fact]
    public void Optimistic_spinning_for_an_rwsem_is_not_shown()
    {
        var lab = new LockBench(LockBench.Flat(2));
        var gate = (SleepingLock)lab.Create(LockVariety.RwSemReaderSteal);
        for (var i = 0; i < 2; i++) lab.Start(_ => [TaskStep.Acquire(gate), TaskStep.Run(10 * Us), TaskStep.Release(gate)]);
        lab.Clock.Run();
        var seen = gate.Statistics(LockMode.Write);
        Assert.Equal((1, 0), (seen.Contended, seen.TracedContended));
    }

    [Fact]
    public void Of_a_wait_that_spins_and_then_sleeps_the_sleep_is_shown()
    {
        var lab = new LockBench(LockBench.Flat(2));
        var gate = (SleepingLock)lab.Create(LockVariety.RwSemReaderSteal);
        lab.Start(_ => [TaskStep.Acquire(gate), TaskStep.Run(10 * Us), TaskStep.Sleep(10 * Us), TaskStep.Release(gate)]);
        lab.Start(_ => [TaskStep.Run(Us), TaskStep.Acquire(gate), TaskStep.Release(gate)]);
        lab.Clock.Run();
        var seen = gate.Statistics(LockMode.Write);
        Assert.Equal((1, 1), (seen.Contended, seen.TracedContended));
        Assert.InRange(seen.TracedWait, 9 * Us, (long)seen.Waits.Sum - (8 * Us));
    }

    [Fact]
    public void A_mutex_is_shown_from_the_first_spin()
    {
        var lab = new LockBench(LockBench.Flat(2));
        var gate = (SleepingLock)lab.Create(LockVariety.Mutex);
        for (var i = 0; i < 2; i++) lab.Start(_ => [TaskStep.Acquire(gate), TaskStep.Run(10 * Us), TaskStep.Release(gate)]);
        lab.Clock.Run();
        var seen = gate.Statistics(LockMode.Write);
        Assert.Equal((1, seen.Waits.Sum), (seen.TracedContended, (double)seen.TracedWait));
    }

    [Fact]
    public void Of_the_callers_that_share_the_next_grace_period_one_is_shown()
    {
        var lab = new LockBench(LockBench.Flat(4));
        var grace = new GracePeriods(lab.Scheduler, expedited: true);
        for (var i = 0; i < 4; i++) new Caller(lab.Scheduler, i, grace).Begin();
        lab.Clock.Run();
        Assert.Equal((3L, 1L, 2L), (grace.Statistics.Contended, grace.Statistics.TracedContended, grace.Completed));
    }

    /// <summary>Computes, each call a microsecond longer than the one before, and waits for a grace period.</summary>
    private sealed class Caller(Scheduler scheduler, int number, GracePeriods grace) : SimTask(scheduler, number)
    {
        private int _stage;

        protected override void Continue()
        {
            switch (_stage++)
            {
                case 0:
                    Busy((Number + 1) * Us);
                    break;
                case 1:
                    grace.Synchronize(this);
                    break;
                default:
                    End();
                    break;
            }
        }
    }
}
