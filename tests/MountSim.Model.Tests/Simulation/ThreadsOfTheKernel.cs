using MountSim.Model.Bench;
using MountSim.Model.Costs;
using MountSim.Model.Locks;
using MountSim.Model.Machines;
using MountSim.Model.Simulation;

namespace MountSim.Model.Tests.Simulation;

/// <summary>
/// What a burst has others do: the thread that runs grace periods wakes all who waited, and what was taken away is freed later.
/// </summary>
public class ThreadsOfTheKernel
{
    private const long Us = LockBench.Microsecond;

    // One starts the first grace period, 0 to 10 us; the others share the second. The thread takes 3 us of a CPU in any case.
    [Theory]
    [InlineData(0, new double[] { 10, 20, 20, 20 })]
    [InlineData(1, new double[] { 10, 20, 20, 20 })]
    [InlineData(2, new double[] { 10, 20, 21.5, 23 })]
    public void Callers_that_share_a_grace_period_are_woken_one_after_the_other(long perCallerUs, double[] endsUs)
    {
        var lab = new LockBench(Machine(6, perCallerUs));
        var callers = Callers(lab, new GracePeriods(lab.Scheduler, expedited: true), 4);
        lab.RunTo(1_000 * Us);
        Assert.Equal(endsUs, callers.Select(caller => (double)caller.EndedAt / Us));
    }

    [Fact]
    public void The_next_grace_period_begins_when_all_are_awake()
    {
        var lab = new LockBench(Machine(6, perCallerUs: 2));
        var grace = new GracePeriods(lab.Scheduler, expedited: true);
        Callers(lab, grace, 4);
        lab.RunTo(15 * Us);
        var late = Callers(lab, grace, 1)[0];
        lab.RunTo(1_000 * Us);
        Assert.Equal((33 * Us, 3L), (late.EndedAt, grace.Completed));
    }

    [Fact]
    public void The_next_grace_period_begins_when_who_runs_it_is_awake()
    {
        var lab = new LockBench(Machine(6, wakeUpUs: 4));
        var callers = Callers(lab, new GracePeriods(lab.Scheduler, expedited: true), 3);
        lab.RunTo(1_000 * Us);
        // The mutex is free at 10, its first waiter has a CPU at 14.
        Assert.Equal([10 * Us, 24 * Us, 24 * Us], callers.Select(caller => caller.EndedAt));
    }

    [Fact]
    public void With_no_cpu_idle_the_wake_ups_wait_for_one()
    {
        // From 10 us on the thread runs beside the two that compute, and from 20 us has to wait for a slice's end to wake the last two.
        var lab = new LockBench(Machine(2, perCallerUs: 2, sliceUs: 40));
        var callers = Callers(lab, new GracePeriods(lab.Scheduler, expedited: true), 4);
        for (var i = 0; i < 2; i++) lab.Start(_ => [TaskStep.Run(500 * Us)]);
        lab.RunTo(10_000 * Us);
        Assert.True(callers[3].EndedAt > 40 * Us, $"the last was awake at {callers[3].EndedAt} ps");
    }

    [Fact]
    public void What_was_taken_away_is_freed_a_grace_period_later_and_delays_who_computes_there()
    {
        var lab = new LockBench(Machine(2));
        var frees = new DeferredFrees(lab.Scheduler);
        long[] ends = new long[2];
        for (var i = 0; i < 2; i++)
        {
            var number = i;
            lab.Start(task => Compute(task, 150 * Us, at => ends[number] = at));
        }

        // Due at 100 us, on the first one's CPU: two mounts of 2 us and a superblock of 5 us. What is taken away at 100 us is freed when nobody computes any more.
        frees.AddMounts(lab.Tasks[0].Cpu, 2);
        lab.RunTo(50 * Us);
        frees.AddSuperblocks(lab.Tasks[0].Cpu, 4);
        lab.RunTo(105 * Us);
        frees.AddMounts(lab.Tasks[0].Cpu, 100);
        lab.RunTo(1_000 * Us);
        Assert.Equal([159 * Us, 150 * Us], ends);
        Assert.Equal(309.0 * Us, lab.Scheduler.BusyArea);
    }

    private static IEnumerable<TaskStep> Compute(ScriptedTask task, long time, Action<long> ended)
    {
        yield return TaskStep.Run(time);
        ended(task.Now);
    }

    [Theory]
    [InlineData("storm-bind", 0)]
    [InlineData("storm-tmpfs", 1)]
    public void Storms_free_what_they_take_away(string runtime, int superblocksAMount)
    {
        const int Containers = 1_500;
        const int Cycles = 20;
        var plain = Storms.Of(Storms.Quiet(Containers) with { Concurrency = 4 }, Storms.Machine(2), runtime: runtime);
        var freeing = plain with { Costs = Storms.Costs() with { FreeMountMicroseconds = Interval.Exact(2), FreeSuperblockMicroseconds = Interval.Exact(3) } };
        var all = Containers * Cycles * (2 + (3 * superblocksAMount)) * Us;
        // What went in the last grace period is freed after the storm, and busy CPUs change how long others spin.
        Assert.InRange(freeing.Run().SystemCpuPs - plain.Run().SystemCpuPs, all / 2, all * 3 / 2);
    }

    [Fact]
    public void A_call_of_the_tools_own_burst_costs_its_way_into_the_kernel()
    {
        const int Calls = 40;
        var plain = Storms.Of(Storms.Quiet(10) with { Concurrency = 2, OneThreadASlot = true }, Storms.Machine(2), runtime: "storm-bind");
        var paying = plain with { Costs = Storms.Costs() with { CallNs = 500 } };
        Assert.Equal(0, plain.Run().UserPs);
        Assert.Equal(10 * Calls * 500_000L, paying.Run().UserPs);
        Assert.Equal(0, (paying with { Workload = paying.Workload with { OneThreadASlot = false } }).Run().UserPs);
    }

    private static Hardware Machine(int cpus, long perCallerUs = 0, long sliceUs = 3_000, long wakeUpUs = 0) => new(cpus, (a, b) => a == b ? Distance.Self : Distance.SameL3, new long[5])
    {
        WakeUpPs = [.. Enumerable.Repeat(wakeUpUs * Us, 5)],
        InterruptPs = 0,
        TimeSlicePs = sliceUs * Us,
        GraceBasePs = 10 * Us,
        GracePerBusyCpuPs = 0,
        GraceThreadPs = 3 * Us,
        GraceThreadPerCallerPs = perCallerUs * Us,
        FreeMountPs = 2 * Us,
        FreeSuperblockPs = 5 * Us,
        NormalGracePs = 100 * Us,
    };

    private static IReadOnlyList<Caller> Callers(LockBench lab, GracePeriods grace, int count)
    {
        List<Caller> callers = [.. Enumerable.Range(0, count).Select(_ => new Caller(lab.Scheduler, grace))];
        callers.ForEach(caller => caller.Begin());
        return callers;
    }

    /// <summary>Waits for a grace period.</summary>
    private sealed class Caller(Scheduler scheduler, GracePeriods grace) : SimTask(scheduler, 0)
    {
        private bool _waited;

        public long EndedAt { get; private set; }

        protected override void Continue()
        {
            if (_waited)
            {
                EndedAt = Simulation.Now.Picoseconds;
                End();
                return;
            }

            _waited = true;
            grace.Synchronize(this);
        }
    }
}
