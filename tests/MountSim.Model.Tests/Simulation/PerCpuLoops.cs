using MountSim.Model.Costs;
using MountSim.Model.Machines;

namespace MountSim.Model.Tests.Simulation;

/// <summary>Instructions are the floor of a loop over possible CPUs, memory is the rest (design, "Where a simulator of this goes wrong", 1 and 7).</summary>
public class PerCpuLoops
{
    private const string BindAndUnmount = """
          - {op: mount.bind, in: container, actor: test, source: none}
          - {op: umount.detach, in: container, actor: test, source: none}
        """;

    [Fact]
    public void Dirty_lines_make_them_longer_on_two_large_sockets()
    {
        var machine = MachineCatalog.Load("epyc-9654-2s");
        // A mean transfer of 143 ns, four at a time, against 32 instructions of 0.4 ns; 192 CPUs.
        Assert.True(KernelPs(machine, dirtyShare: 1) - KernelPs(machine, dirtyShare: 0) > 192 * 20_000);
    }

    [Fact]
    public void On_two_cpus_the_instructions_hide_them() =>
        Assert.Equal(KernelPs(Storms.Machine(2), dirtyShare: 0), KernelPs(Storms.Machine(2), dirtyShare: 0.5));

    [Fact]
    public void Possible_cpus_decide_their_length_not_those_online()
    {
        var eight = Storms.Machine(8);
        Assert.True(KernelPs(eight.WithPossibleCpus(512), 0.5) > 1.5 * KernelPs(eight, 0.5));
    }

    [Fact]
    public void Siblings_switched_off_at_boot_still_count()
    {
        var siblings = Storms.Machine(8, smt: 2);
        Assert.Equal(16, siblings.WithSmt(1).PossibleCpus);
        Assert.True(KernelPs(siblings.WithSmt(1), 0.5) > KernelPs(siblings.WithSmt(1).WithPossibleCpus(8), 0.5));
    }

    private static long KernelPs(Machine machine, double dirtyShare)
    {
        var scenario = Storms.Of(Storms.Quiet(1), machine) with { Runtime = Storms.Runtime(BindAndUnmount) };
        return (scenario with { Costs = scenario.Costs with { DirtyShare = Interval.Exact(dirtyShare) } }).Run().KernelPs;
    }
}
