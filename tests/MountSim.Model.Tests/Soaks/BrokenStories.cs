using MountSim.Model.Kernels;
using MountSim.Model.Locks;
using MountSim.Model.Simulation;
using MountSim.Model.Tests.Simulation;
using MountSim.Soak;

namespace MountSim.Model.Tests.Soaks;

/// <summary>The watch that never barks proves nothing: told of a storm that breaks a rule, it says which.</summary>
public class BrokenStories
{
    private readonly ScriptLab _lab = new(cpus: 2, "    - {hold: sem.write, compute: 1}");
    private readonly StormChecker _checker = new(new Tally());
    private readonly ScriptTask _one;
    private readonly ScriptTask _other;

    public BrokenStories()
    {
        (_one, _other) = (new ScriptTask(_lab.Kernel, 1, []), new ScriptTask(_lab.Kernel, 2, []));
        _checker.Began(_lab.Kernel);
    }

    private SimLock Sem => _lab.Kernel["sem"];

    [Fact]
    public void Two_writers() => Breaks(Invariant.MutualExclusion, () =>
    {
        _checker.Held(10, Sem, _one, LockMode.Write);
        _checker.Held(11, Sem, _other, LockMode.Write);
    });

    [Fact]
    public void A_writer_among_readers() => Breaks(Invariant.MutualExclusion, () =>
    {
        _checker.Held(10, Sem, _one, LockMode.Read);
        _checker.Held(11, Sem, _other, LockMode.Write);
    });

    [Fact]
    public void A_hold_that_begins_before_the_end_that_was_told_beforehand() => Breaks(Invariant.MutualExclusion, () =>
    {
        _checker.Held(10, Sem, _one, LockMode.Write);
        _checker.Released(20, Sem, _one, LockMode.Write);
        _checker.Held(19, Sem, _other, LockMode.Write);
    });

    [Fact]
    public void Readers_together_are_no_breach()
    {
        _checker.Held(10, Sem, _one, LockMode.Read);
        _checker.Held(10, Sem, _other, LockMode.Read);
        _checker.Released(12, Sem, _one, LockMode.Read);
    }

    [Fact]
    public void A_lock_given_back_by_who_does_not_have_it() => Breaks(Invariant.LocksGivenBack, () =>
    {
        _checker.Held(10, Sem, _one, LockMode.Write);
        _checker.Released(11, Sem, _other, LockMode.Write);
    });

    [Fact]
    public void A_read_hold_given_back_as_a_write_hold() => Breaks(Invariant.LocksGivenBack, () =>
    {
        _checker.Held(10, Sem, _one, LockMode.Read);
        _checker.Released(11, Sem, _one, LockMode.Write);
    });

    [Fact]
    public void A_wait_that_ends_without_the_lock() => Breaks(Invariant.WaitsEndWithTheLock, () =>
    {
        _checker.WaitBegan(10, _one, Sem);
        _checker.WaitEnded(12, _one, Sem, 10);
    });

    [Fact]
    public void Time_that_goes_back() => Breaks(Invariant.TimeNeverBack, () =>
    {
        _checker.Issued(10, 0);
        _checker.Issued(9, 1);
    });

    [Fact]
    public void One_task_on_two_cpus() => Breaks(Invariant.OneTaskACpu, () =>
    {
        _checker.Switched(10, 0, _one);
        _checker.Switched(11, 1, _one);
    });

    [Fact]
    public void Work_without_a_cpu() => Breaks(Invariant.OneTaskACpu, () => _checker.Works(10, _one, "work"));

    [Fact]
    public void Two_grace_periods_at_once() => Breaks(Invariant.GracePeriodsInTurn, () =>
    {
        _checker.GracePeriod(_lab.Kernel.Expedited, 10, 20);
        _checker.GracePeriod(_lab.Kernel.Expedited, 15, 25);
    });

    [Fact]
    public void A_container_that_still_waits_when_all_have_ended() => Closing(Invariant.NoLostWakeUp, (storm, _) => storm.WaitBegan(storm.End, storm.Container!, storm.Kernel!.Locks[0]));

    [Fact]
    public void A_container_that_ends_with_a_lock() =>
        Closing(Invariant.LocksGivenBack, (storm, _) => storm.Held(storm.End, storm.Kernel!.Locks[0], storm.Container!, LockMode.Write));

    [Fact]
    public void Cpu_time_that_nobody_had() => Closing(Invariant.CpuTimeAddsUp, (_, result) => result with { CpuUtilization = result.CpuUtilization * 1.001 });

    [Fact]
    public void Spinning_that_was_not_seen() => Closing(Invariant.CpuTimeAddsUp, (_, result) => result with { SpinCpuPs = result.SpinCpuPs + 1 });

    [Fact]
    public void Mounts_that_stay_behind() => Closing(Invariant.MountTableBalanced, (_, result) => result with { HostMountsAtEnd = result.HostMountsAtEnd + 1 });

    private static void Breaks(Invariant invariant, Action story) => Assert.Equal(invariant, Assert.Throws<BrokenInvariantException>(story).Invariant);

    /// <summary>A real storm is watched; then the watch is told something that did not happen, or a result that is not the storm's, and closes its books.</summary>
    private static void Closing(Invariant invariant, Action<Remembering, StormResult> story) => Closing(invariant, (storm, result) =>
    {
        story(storm, result);
        return result;
    });

    private static void Closing(Invariant invariant, Func<Remembering, StormResult, StormResult> story)
    {
        var storm = new Remembering();
        var result = new Storm(Storms.Of(Storms.Quiet(3)), 1, storm).Run(TestContext.Current.CancellationToken);
        Breaks(invariant, () => storm.Close(story(storm, result), (result.HostMountsAtEnd, result.ReceiversAtEnd)));
    }

    /// <summary>A checker that keeps what a made-up event needs.</summary>
    private sealed class Remembering() : StormChecker(new Tally())
    {
        public SimKernel? Kernel { get; private set; }

        public SimTask? Container { get; private set; }

        public long End { get; private set; }

        public override void Began(SimKernel kernel)
        {
            Kernel = kernel;
            base.Began(kernel);
        }

        public override void Switched(long now, int cpu, SimTask? task)
        {
            if (task?.Kind == "container") Container = task;
            base.Switched(now, cpu, task);
        }

        public override void Ended(long now)
        {
            End = now;
            base.Ended(now);
        }
    }
}
