using MountSim.Model.Bench;
using MountSim.Model.Machines;

namespace MountSim.Model.Tests.Simulation;

/// <summary>CPUs are few, siblings share a core, and a slice ends (design, "Where a simulator of this goes wrong", 6; "Rules of the simulation", 2 and 3).</summary>
public class CpuAsAResource
{
    private const string TenMilliseconds = "  - {cpu: 10000, actor: test, source: none}";

    [Theory]
    [InlineData(2, 1, 10)]
    [InlineData(1, 2, 16)]
    public void Two_siblings_do_a_quarter_more_than_one(int cores, int smt, double milliseconds)
    {
        var scenario = Storms.Of(Storms.Quiet(2), Storms.Machine(cores, smt: smt)) with { Runtime = Storms.Runtime(TenMilliseconds) };
        // The first of two forks has the core for the instant before the second.
        Assert.Equal(milliseconds, scenario.Run().StartPs.Max() / Storms.Millisecond, 0.02);
    }

    [Fact]
    public void With_few_cores_starts_wait_for_a_cpu_and_for_no_lock()
    {
        var result = Storms.Of(Storms.Quiet(30), Storms.Machine(2)).Run();
        Assert.True(result.RunQueuePs > 10 * result.WaitsPs.Sum());
        Assert.True(result.CpuUtilization > 0.98);
    }

    [Fact]
    public void Tasks_take_turns_of_a_slice_on_one_cpu()
    {
        var scenario = Storms.Of(Storms.Quiet(4), Storms.Machine(1)) with { Runtime = Storms.Runtime(TenMilliseconds) };
        var starts = scenario.Run().StartPs.Select(start => start / Storms.Millisecond).ToArray();
        Assert.Equal(40, starts.Max(), 0.001);
        Assert.True(starts.Min() > 30);
    }

    [Fact]
    public void A_slice_that_ends_under_a_spinlock_ends_with_the_lock()
    {
        var lab = new LockBench(new Hardware(1, (_, _) => Distance.Self, new long[5]) { LocalAtomicPs = 0, TimeSlicePs = 3 * LockBench.Millisecond });
        var spinlock = lab.Create(LockVariety.QSpinLock);
        lab.Start(_ => [TaskStep.Acquire(spinlock), TaskStep.Run(5 * LockBench.Millisecond), TaskStep.Release(spinlock), TaskStep.Run(LockBench.Millisecond)]);
        var other = lab.Start(_ => [TaskStep.Run(LockBench.Millisecond)]);
        lab.RunTo(20 * LockBench.Millisecond);
        Assert.Equal(6 * LockBench.Millisecond, other.EndedAt);
    }

    /// <summary>Slices of 3 ms, so the task that runs at 4 ms has run for 1 ms, and at 3.5 ms for 0.5 ms: less than the 0.7 ms that it may keep.</summary>
    [Theory]
    [InlineData(4_000, 5_000)]
    [InlineData(3_500, 7_000)]
    public void A_woken_task_preempts_what_has_run_a_while_and_else_goes_before_those_that_used_their_slice_up(long sleepUs, long endUs)
    {
        var lab = new LockBench(new Hardware(1, (_, _) => Distance.Self, new long[5]) { WakeUpPs = new long[5], TimeSlicePs = 3 * LockBench.Millisecond });
        var sleeper = lab.Start(_ => [TaskStep.Sleep(sleepUs * LockBench.Microsecond), TaskStep.Run(LockBench.Millisecond)]);
        for (var i = 0; i < 5; i++) lab.Start(_ => [TaskStep.Run(100 * LockBench.Millisecond)]);
        lab.RunTo(600 * LockBench.Millisecond);
        Assert.Equal(endUs * LockBench.Microsecond, sleeper.EndedAt);
    }

    [Fact]
    public void Waits_for_a_lock_that_is_hardly_held_stay_small_on_a_crowded_machine()
    {
        var result = Storms.Of(Storms.Quiet(30) with { OtherNamespaces = 10 }, Storms.Machine(2), runtime: "containerd-runc").Run();
        // 59 % of a start when woken waiters queued behind all others.
        Assert.True(result.WaitFor("namespace_sem") < 0.15 * result.StartPs.Sum());
    }

    [Fact]
    public void Lines_through_a_remote_home_make_a_storm_longer_on_c6a_metal()
    {
        var machine = MachineCatalog.Load("c6a.metal");
        var without = new Machine(machine.Description with { HomeNodeEffect = false });
        Assert.True(machine.HomeNodeEffect);
        Assert.False(MachineCatalog.Load("epyc-9654-2s").HomeNodeEffect);
        Assert.True(KernelPs(machine) > KernelPs(without));
    }

    // Over several seeds: who meets whom in one storm changes its kernel time by as much.
    private static long KernelPs(Machine machine)
    {
        var scenario = Storms.Of(Storms.Quiet(100) with { OtherNamespaces = 10 }, machine, runtime: "containerd-runc");
        return Enumerable.Range(1, 8).Sum(seed => scenario.Run(seed).KernelPs);
    }
}
