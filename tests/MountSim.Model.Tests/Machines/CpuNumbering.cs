using MountSim.Model.Machines;

namespace MountSim.Model.Tests.Machines;

public sealed class CpuNumbering
{
    [Fact]
    public void Second_threads_follow_the_first_threads_of_all_cores()
    {
        var machine = MachineCatalog.Load("r5.metal");
        Assert.Equal(96, machine.Cpus);
        Assert.Equal(48, machine.Sibling(0));
        Assert.Equal(0, machine.Sibling(48));
        Assert.Equal(47, machine.CoreOf(95));
        Assert.Equal(1, machine.SocketOf(24));
        Assert.Equal(1, machine.SocketOf(95));
    }

    [Fact]
    public void Siblings_are_each_others_siblings_and_share_a_core()
    {
        foreach (var machine in MachineCatalog.Names.Select(MachineCatalog.FromFile).Where(machine => machine.SmtPerCore == 2))
        {
            for (var cpu = 0; cpu < machine.Cpus; cpu++)
            {
                var sibling = Assert.NotNull(machine.Sibling(cpu));
                Assert.Equal(cpu, machine.Sibling(sibling));
                Assert.Equal(machine.CoreOf(cpu), machine.CoreOf(sibling));
                Assert.Equal(Distance.SameCore, machine.DistanceBetween(cpu, sibling));
            }
        }
    }

    [Fact]
    public void Without_SMT_there_is_no_sibling() => Assert.Null(MachineCatalog.Load("m7a.24xlarge").Sibling(0));

    [Fact]
    public void Cores_are_dealt_to_L3_groups_in_runs()
    {
        var machine = MachineCatalog.Load("epyc-9654-2s");
        Assert.Equal(0, machine.L3GroupOf(7));
        Assert.Equal(1, machine.L3GroupOf(8));
        Assert.Equal(12, machine.L3GroupOf(96));
        Assert.Equal(23, machine.L3GroupOf(191));
        Assert.All(Enumerable.Range(0, 192).GroupBy(machine.L3GroupOf), group => Assert.Equal(8, group.Count()));
    }

    [Fact]
    public void SMT_switched_off_at_boot_leaves_the_siblings_possible()
    {
        var machine = MachineCatalog.Load("m7i.metal-24xl").WithSmt(1);
        Assert.Equal(48, machine.Cpus);
        Assert.Equal(96, machine.PossibleCpus);
        Assert.Null(machine.Sibling(0));
    }

    [Fact]
    public void An_instance_launched_without_siblings_has_fewer_possible_CPUs() =>
        Assert.Equal(48, MachineCatalog.Load("m7i.metal-24xl").WithSmt(1).WithPossibleCpus(48).PossibleCpus);

    [Fact]
    public void SMT_switched_on_makes_more_CPUs_possible()
    {
        var machine = MachineCatalog.Load("epyc-9654-2s").WithSmt(2);
        Assert.Equal(384, machine.Cpus);
        Assert.Equal(384, machine.PossibleCpus);
        Assert.Equal(10_300, machine.TransferPs(0, 192));
    }

    [Fact]
    public void Possible_CPUs_cannot_be_fewer_than_those_online()
    {
        var error = Assert.Throws<ModelException>(() => MachineCatalog.Load("r5.metal").WithPossibleCpus(48));
        Assert.Equal("machine r5.metal: has 48 possible CPUs; allowed: 96, its CPUs online, to 8192", error.Message);
    }
}
