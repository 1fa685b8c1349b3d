using MountSim.Model.Bench;
using MountSim.Model.Costs;
using MountSim.Model.Kernels;
using MountSim.Model.Machines;
using MountSim.Model.Simulation;

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
    public void A_sibling_that_spins_leaves_the_core_to_the_one_that_computes()
    {
        var lab = new LockBench(Cores(1));
        var gate = lab.Create(LockVariety.QSpinLock);
        // How fast work goes is decided when a piece of it begins: the sibling is about to sleep as the first does, and spins as the second does.
        var holder = lab.Start(_ => [TaskStep.Acquire(gate), TaskStep.Run(10 * LockBench.Microsecond), TaskStep.Run(10 * LockBench.Millisecond), TaskStep.Release(gate)]);
        lab.Start(_ => [TaskStep.Sleep(LockBench.Microsecond), TaskStep.Acquire(gate), TaskStep.Release(gate)], 1);
        lab.Clock.Run();
        Assert.Equal((16 * LockBench.Microsecond) + (10 * LockBench.Millisecond), holder.EndedAt);
    }

    [Fact]
    public void A_woken_task_goes_back_to_its_last_cpu_while_that_is_idle_whatever_the_sibling_does()
    {
        var lab = new LockBench(Cores(2));
        lab.Start(_ => [TaskStep.Run(LockBench.Millisecond)], 0);
        var woken = lab.Start(_ => [TaskStep.Run(LockBench.Microsecond), TaskStep.Sleep(LockBench.Microsecond), TaskStep.Run(LockBench.Microsecond)], 1);
        lab.RunTo(3 * LockBench.Microsecond);
        Assert.Equal((1, TaskState.Running), (woken.Cpu, woken.State));
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

    /// <summary>With slices longer than their work, the four go one after the other; the machine file's 3 ms make them take turns.</summary>
    [Theory]
    [InlineData("host", 10)]
    [InlineData("another", 30)]
    public void A_measured_slice_is_that_of_the_profiles_host_alone(string machine, double firstEndsMs)
    {
        var one = new Machine(Storms.Machine(1).Description with { Name = machine });
        var scenario = Storms.Of(Storms.Quiet(4), one) with { Runtime = Storms.Runtime(TenMilliseconds), Costs = Storms.Costs() with { SliceMicroseconds = Interval.Exact(11_000) } };
        Assert.InRange(scenario.Run().StartPs.Min() / Storms.Millisecond, firstEndsMs, firstEndsMs + 9);
    }

    /// <summary>Slices of 3 ms; the holder has 2 ms to go in its section when its slice ends.</summary>
    [Theory]
    [InlineData(false, 4)]
    [InlineData(true, 6)]
    public void A_holder_of_a_sleeping_lock_keeps_its_cpu_past_its_slice_where_the_kernel_does_not_preempt_its_code(bool keeps, long otherEndsMs)
    {
        var lab = new LockBench(new Hardware(1, (_, _) => Distance.Self, new long[5]) { LocalAtomicPs = 0, TimeSlicePs = 3 * LockBench.Millisecond, HoldersKeepTheirCpu = keeps });
        var mutex = lab.Create(LockVariety.Mutex);
        lab.Start(_ => [TaskStep.Acquire(mutex), TaskStep.Run(2 * LockBench.Millisecond), TaskStep.Run(3 * LockBench.Millisecond), TaskStep.Release(mutex), TaskStep.Run(LockBench.Millisecond)]);
        var other = lab.Start(_ => [TaskStep.Run(LockBench.Millisecond)]);
        lab.RunTo(20 * LockBench.Millisecond);
        Assert.Equal(otherEndsMs * LockBench.Millisecond, other.EndedAt);
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

    /// <summary>
    /// The hog runs for its slice, to 3 ms, the other for 1 ms: when that one sleeps it has had 1 ms less than the mean. It wakes at 5 ms, while the hog has had more
    /// than the mean, and has the CPU at once.
    /// </summary>
    [Fact]
    public void A_woken_task_that_is_owed_time_preempts_one_that_has_had_more_than_its_share()
    {
        var lab = OneCpu();
        lab.Start(_ => [TaskStep.Run(100 * LockBench.Millisecond)]);
        var sleeper = lab.Start(_ => [TaskStep.Run(LockBench.Millisecond), TaskStep.Sleep(LockBench.Millisecond), TaskStep.Run(LockBench.Millisecond)]);
        lab.RunTo(50 * LockBench.Millisecond);
        Assert.Equal(6 * LockBench.Millisecond, sleeper.EndedAt);
    }

    /// <summary>It slept before anybody had run: nobody owes it anything, and those that have had less go first.</summary>
    [Theory]
    [InlineData(1, 7)]
    [InlineData(4, 13)]
    public void A_woken_task_that_is_owed_nothing_waits_for_the_end_of_a_slice_and_for_those_that_have_had_less(int hogs, long endMs)
    {
        var lab = OneCpu();
        var sleeper = lab.Start(_ => [TaskStep.Sleep(4 * LockBench.Millisecond), TaskStep.Run(LockBench.Millisecond)]);
        for (var i = 0; i < hogs; i++) lab.Start(_ => [TaskStep.Run(100 * LockBench.Millisecond)]);
        lab.RunTo(50 * LockBench.Millisecond);
        Assert.Equal(endMs * LockBench.Millisecond, sleeper.EndedAt);
    }

    /// <summary>As above, but the hog holds a sleeping lock until 5.5 ms, and then makes way although its slice is not over.</summary>
    [Fact]
    public void Who_holds_a_lock_makes_way_for_a_woken_task_when_it_has_released_it()
    {
        var lab = OneCpu();
        var mutex = lab.Create(LockVariety.Mutex);
        lab.Start(_ => [TaskStep.Run(LockBench.Millisecond), TaskStep.Acquire(mutex), TaskStep.Run(3_500 * LockBench.Microsecond), TaskStep.Release(mutex), TaskStep.Run(100 * LockBench.Millisecond)]);
        var sleeper = lab.Start(_ => [TaskStep.Run(LockBench.Millisecond), TaskStep.Sleep(LockBench.Millisecond), TaskStep.Run(LockBench.Millisecond)]);
        lab.RunTo(50 * LockBench.Millisecond);
        Assert.Equal(6_500 * LockBench.Microsecond, sleeper.EndedAt);
    }

    /// <summary>All starts that begin together end late: nobody's next start overtakes another's first. A few once did all the work.</summary>
    [Fact]
    public void Starts_share_the_cpus_fairly_whether_they_sleep_or_not()
    {
        var result = Storms.Of(Storms.Quiet(32), Storms.Machine(2), runtime: "storm-bind").Run();
        var starts = result.StartPs.Order().ToArray();
        Assert.InRange(starts[16] / (double)result.MakespanPs, 0.8, 1);
    }

    /// <summary>Tens of waits, each of them turns of a run queue and not the holds of a lock: as long on a real kernel (results/validate-host.csv, minimal-legacy/32).</summary>
    [Fact]
    public void A_waiter_for_a_lock_that_is_hardly_held_waits_for_a_cpu_on_a_crowded_machine()
    {
        var result = Storms.Of(Storms.Quiet(30) with { OtherNamespaces = 10 }, Storms.Machine(2), runtime: "containerd-runc").Run();
        var writes = result.Lock("namespace_sem").Statistics(LockMode.Write);
        Assert.True((double)writes.TracedWait / writes.TracedContended > 20 * writes.MeanHold());
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

    private static LockBench OneCpu() => new(new Hardware(1, (_, _) => Distance.Self, new long[5]) { WakeUpPs = new long[5], LocalAtomicPs = 0, TimeSlicePs = 3 * LockBench.Millisecond });

    // Over several seeds: who meets whom in one storm changes its kernel time by as much.
    private static long KernelPs(Machine machine)
    {
        var scenario = Storms.Of(Storms.Quiet(100) with { OtherNamespaces = 10 }, machine, runtime: "containerd-runc");
        return Enumerable.Range(1, 8).Sum(seed => scenario.Run(seed).KernelPs);
    }

    // Cores of two siblings, with no cost but that they share one.
    private static Hardware Cores(int cores) => new(
        2 * cores, (a, b) => a == b ? Distance.Self : a / 2 == b / 2 ? Distance.SameCore : Distance.SameL3, new long[5]) { LocalAtomicPs = 0, HitPs = 0 };
}
