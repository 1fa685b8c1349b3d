using MountSim.Model.Bench;
using MountSim.Model.Costs;
using MountSim.Model.Kernels;
using MountSim.Model.Locks;
using MountSim.Model.Machines;
using MountSim.Model.Simulation;

namespace MountSim.Model.Tests.Simulation;

/// <summary>What sleeping and waking costs a CPU, where a profile has measured it.</summary>
public class SwitchesBetweenTasks
{
    private const long Us = LockBench.Microsecond;

    [Theory]
    [InlineData(1, 22)]
    [InlineData(2, 10)]
    public void A_cpu_that_ran_another_task_takes_a_time_to_switch_and_an_idle_one_none(int cpus, long endUs)
    {
        var lab = new LockBench(Machine(cpus, switchPs: 2 * Us));
        lab.Start(_ => [TaskStep.Run(10 * Us)]);
        var second = lab.Start(_ => [TaskStep.Run(10 * Us)]);
        lab.RunTo(100 * Us);
        Assert.Equal(endUs * Us, second.EndedAt);
    }

    [Fact]
    public void A_switch_is_a_wait_for_the_cpu_and_keeps_it_busy()
    {
        var lab = new LockBench(Machine(1, switchPs: 2 * Us));
        for (var i = 0; i < 3; i++) lab.Start(_ => [TaskStep.Run(10 * Us)]);
        lab.RunTo(100 * Us);
        Assert.Equal([0L, 12 * Us, 24 * Us], lab.Tasks.Select(task => task.Time.RunQueue));
        Assert.Equal((34.0 * Us, 4 * Us), (lab.Scheduler.BusyArea, lab.Scheduler.Switching));
    }

    [Theory]
    [InlineData(2, 3)]
    [InlineData(4, 9)]
    public void Who_is_woken_before_it_has_left_its_cpu_turns_round_there_and_needs_no_wake_up(long releasedUs, long goesOnUs)
    {
        var lab = new LockBench(Machine(2, wakeUpPs: 5 * Us, leavePs: 2 * Us));
        var sem = lab.Create(LockVariety.RwSemXadd);
        lab.Start(_ => [TaskStep.Acquire(sem), TaskStep.Run(releasedUs * Us), TaskStep.Release(sem)]);
        var reader = lab.Start(_ => [TaskStep.Run(Us), TaskStep.Acquire(sem, LockMode.Read), TaskStep.Release(sem, LockMode.Read)], cpu: 1);
        lab.RunTo(100 * Us);
        Assert.Equal(goesOnUs * Us, reader.EndedAt);
    }

    [Fact]
    public void Cpus_that_slow_each_other_down_do_so_only_while_both_are_busy()
    {
        var lab = new LockBench(new Hardware(2, Flat, new long[5]) { SpeedOfAllCpus = 0.8 });
        var longer = lab.Start(_ => [TaskStep.Run(8 * Us), TaskStep.Run(8 * Us)]);
        var shorter = lab.Start(_ => [TaskStep.Run(4 * Us)]);
        lab.RunTo(100 * Us);
        Assert.Equal((18 * Us, 5 * Us), (longer.EndedAt, shorter.EndedAt));
    }

    [Theory]
    [InlineData(1, 23)]
    [InlineData(2, 21)]
    public void The_thread_of_a_grace_period_takes_time_of_a_busy_cpu_and_costs_nothing_on_an_idle_one(int cpus, long endUs)
    {
        var lab = new LockBench(Machine(cpus, graceThreadPs: 3 * Us));
        new Caller(lab.Scheduler, new GracePeriods(lab.Scheduler, expedited: true), pauseUs: 0).Begin();
        var other = lab.Start(_ => [TaskStep.Sleep(Us), TaskStep.Run(20 * Us)]);
        lab.RunTo(1_000 * Us);
        Assert.Equal(endUs * Us, other.EndedAt);
    }

    [Theory]
    [InlineData(50, 10 + 50 + 4)]
    [InlineData(500, 10 + 500 + 10)]
    public void A_grace_period_soon_after_another_takes_less_on_an_idle_machine(long pauseUs, long endUs)
    {
        var lab = new LockBench(new Hardware(2, Flat, new long[5]) { GraceBasePs = 10 * Us, GracePerBusyCpuPs = 0, GraceBackToBackPs = 4 * Us, InterruptPs = 0 });
        var grace = new GracePeriods(lab.Scheduler, expedited: true);
        var caller = new Caller(lab.Scheduler, grace, pauseUs);
        caller.Begin();
        lab.RunTo(10_000 * Us);
        Assert.Equal((endUs * Us, 2L), (caller.EndedAt, grace.Completed));
    }

    [Fact]
    public void A_storm_with_these_costs_keeps_its_books()
    {
        var quiet = Storms.Of(Storms.Quiet(40), Storms.Machine(2));
        var costly = quiet with
        {
            Costs = Storms.Costs() with { SwitchMicroseconds = Interval.Exact(3), GraceThreadMicroseconds = Interval.Exact(5), GraceBackToBackMicroseconds = Interval.Exact(4) },
        };
        // What does not add up throws.
        var (without, with) = (quiet.Run(), costly.Run());
        Assert.True(with.SystemCpuPs > without.SystemCpuPs + (40 * 3 * Us));
        Assert.True(with.MakespanPs > without.MakespanPs);
    }

    private static Distance Flat(int a, int b) => a == b ? Distance.Self : Distance.SameL3;

    private static Hardware Machine(int cpus, long switchPs = 0, long graceThreadPs = 0, long wakeUpPs = 0, long leavePs = 0) => new(cpus, Flat, new long[5])
    {
        LocalAtomicPs = 0,
        PsPerInstruction = new double[Enum.GetValues<WorkClass>().Length],
        WakeUpPs = [wakeUpPs, wakeUpPs, wakeUpPs, wakeUpPs, wakeUpPs],
        LeavePs = leavePs,
        SwitchPs = switchPs,
        GraceThreadPs = graceThreadPs,
        InterruptPs = 0,
    };

    /// <summary>Waits for a grace period, computes, and waits for another unless it does not pause.</summary>
    private sealed class Caller(Scheduler scheduler, GracePeriods grace, long pauseUs) : SimTask(scheduler, 0)
    {
        private int _stage;

        public long EndedAt { get; private set; }

        protected override void Continue()
        {
            switch (_stage++)
            {
                case 0:
                case 2 when pauseUs > 0:
                    grace.Synchronize(this);
                    break;
                case 1 when pauseUs > 0:
                    Busy(pauseUs * Us);
                    break;
                default:
                    EndedAt = Simulation.Now.Picoseconds;
                    End();
                    break;
            }
        }
    }
}
