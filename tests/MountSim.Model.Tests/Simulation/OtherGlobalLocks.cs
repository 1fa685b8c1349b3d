using MountSim.Model.Costs;
using MountSim.Model.Kernels;
using MountSim.Model.Locks;
using MountSim.Model.Simulation;

namespace MountSim.Model.Tests.Simulation;

/// <summary>Grace periods, the per-CPU allocator, the task list, path walks (design, "Where a simulator of this goes wrong", 4 and 5).</summary>
public class OtherGlobalLocks
{
    private const string BindAndUnmount = """
          - {op: mount.bind, in: container, actor: test, source: none}
          - {op: umount.detach, in: container, actor: test, source: none}
        """;

    [Fact]
    public void Umounts_that_come_while_a_grace_period_runs_share_the_next()
    {
        var periods = Run(Storms.Quiet(32), BindAndUnmount, cores: 32).GracePeriods;
        Assert.Equal(32, periods.Statistics.Acquisitions);
        Assert.InRange(periods.Completed, 2, 16);
    }

    [Fact]
    public void A_grace_period_is_longer_the_more_cpus_are_busy()
    {
        var alone = Run(Storms.Quiet(1), BindAndUnmount, cores: 32).GracePeriods;
        var crowd = Run(Storms.Quiet(32), BindAndUnmount, cores: 32).GracePeriods;
        // The caller is not one of the others.
        Assert.Equal(15_000_000, alone.RunningTotal);
        Assert.True(crowd.RunningTotal / crowd.Completed > alone.RunningTotal);
    }

    [Fact]
    public void Where_idle_CPUs_are_woken_dearly_a_grace_period_takes_longer_alone()
    {
        var scenario = Storms.Of(Storms.Quiet(1), Storms.Machine(2)) with { Runtime = Storms.Runtime(BindAndUnmount), Costs = Storms.Costs() with { GraceIdleMicroseconds = Interval.Exact(22) } };
        Assert.Equal(22_000_000, scenario.Run().GracePeriods.RunningTotal);
    }

    [Fact]
    public void A_caller_runs_on_when_its_grace_period_ends()
    {
        // The wake-up is in the measured wait, so the start takes the wait and its computation, and nothing more.
        var storm = Run(Storms.Quiet(1), BindAndUnmount, cores: 1);
        Assert.Equal(storm.KernelPs + 15_000_000, storm.MakespanPs);
    }

    [Fact]
    public void Namespace_sem_is_free_during_a_grace_period() =>
        Assert.True(Run(Storms.Quiet(1), BindAndUnmount, cores: 1).NamespaceSem().HoldTotal < 15_000_000 / 2);

    [Fact]
    public void Every_clone_of_a_mount_takes_the_per_cpu_allocator_once() =>
        Assert.Equal(5, Run(Storms.Quiet(1), "  - {op: mount.bind, in: container, count: 5, actor: test, source: none}", 1).Lock("pcpu_alloc_mutex").Statistics(LockMode.Write).Acquisitions);

    [Fact]
    public void Pivot_root_walks_every_task_of_the_machine_under_namespace_sem()
    {
        const string Pivot = "  - {op: pivot_root, in: container, actor: test, source: none}";
        var few = Run(Storms.Quiet(1) with { Tasks = 2_000 }, Pivot, 1).NamespaceSem().HoldTotal;
        var many = Run(Storms.Quiet(1) with { Tasks = 20_000 }, Pivot, 1).NamespaceSem().HoldTotal;
        // 63.5 instructions a task, 400 ps each.
        Assert.InRange(many - few, (18_000 * 63.5 * 400) - 1_000, (18_000 * 63.5 * 400) + 1_000);
    }

    [Fact]
    public void Path_walks_of_user_code_meet_mounts_and_start_again()
    {
        var host = Storms.Quiet(16) with { OtherNamespaces = 10, WalksPerCpuMs = 50 };
        var walks = ((SeqLock)Storms.Of(host, Storms.Machine(16), runtime: "containerd-runc").Run().Lock("mount_lock")).Walks;
        Assert.True(walks.Contended > 0);
        Assert.True(walks.Retries > 0);
        Assert.True(walks.Acquisitions > 16 * 30 * 50);
    }

    private static StormResult Run(Workloads.Workload workload, string steps, int cores) =>
        (Storms.Of(workload, Storms.Machine(cores)) with { Runtime = Storms.Runtime(steps) }).Run();
}
