using MountSim.Model.Machines;

namespace MountSim.Model.Tests.Machines;

public sealed class MachinesOfAnySize
{
    [Theory]
    [InlineData(192, 2, "epyc-9654-2s")]
    [InlineData(96, 2, "c6a.metal")]
    [InlineData(48, 2, "r5.metal")]
    [InlineData(48, 1, "m7i.metal-24xl")]
    [InlineData(96, 1, "m7a.24xlarge")]
    public void A_file_of_that_size_is_used_as_it_is(int cores, int sockets, string name)
    {
        var built = MachineCatalog.Build(cores, sockets);
        Assert.Equal(name, built.Machine.Name);
        Assert.Null(built.Note);
    }

    [Fact]
    public void Otherwise_the_nearest_cores_a_socket_among_as_many_sockets_lend_their_costs_and_the_note_says_so()
    {
        var built = MachineCatalog.Build(160, 2);
        Assert.Equal(160, built.Machine.Cores);
        Assert.Equal(10, built.Machine.L3GroupsPerSocket);
        Assert.Equal(191_600, built.Machine.TransferPs(0, 80));
        Assert.Equal(
            "no measured machine has 2 x 80 cores; built from epyc-9654-2s (2 x 96 cores): its costs, with 10 L3 group(s) a socket", built.Note);
    }

    [Fact]
    public void Four_sockets_take_the_costs_of_two()
    {
        var built = MachineCatalog.Build(96, 4);
        Assert.Equal(192, built.Machine.Cpus);
        Assert.Equal(134_100, built.Machine.TransferPs(0, 72));
        Assert.Contains("built from r5.metal", built.Note, StringComparison.Ordinal);
    }

    [Fact]
    public void A_remainder_of_cores_spreads_over_the_L3_groups()
    {
        var machine = MachineCatalog.Build(180, 2).Machine;
        Assert.Equal(12, machine.L3GroupsPerSocket);
        var sizes = Enumerable.Range(0, 90).GroupBy(machine.L3GroupOf).Select(group => group.Count()).ToList();
        Assert.Equal(12, sizes.Count);
        Assert.All(sizes, size => Assert.InRange(size, 7, 8));
    }

    [Fact]
    public void One_core_is_a_machine()
    {
        var machine = MachineCatalog.Build(1, 1, smt: 1).Machine;
        Assert.Equal(1, machine.Cpus);
        Assert.Equal(0, machine.MeanTransferPs(0));
    }

    [Fact]
    public void Another_SMT_than_the_files_is_said()
    {
        var off = MachineCatalog.Build(48, 1, smt: 1);
        Assert.Equal((48, 96), (off.Machine.Cpus, off.Machine.PossibleCpus));
        Assert.Equal("1 of 2 threads a core online; all 96 CPUs stay possible, as after nosmt", off.Note);
        var on = MachineCatalog.Build(192, 2, smt: 2);
        Assert.Equal("epyc-9654-2s was measured with 1 thread(s) a core; 2 online here", on.Note);
    }

    [Theory]
    [InlineData(3, 2, "--cores: 3 cores cannot be split evenly over 2 sockets; allowed: a multiple of 2, such as 2 or 4")]
    [InlineData(1, 2, "--cores: found 1 over 2 sockets; allowed: 2 to 8192")]
    [InlineData(8, 0, "--sockets: found 0; allowed: 1 or more")]
    [InlineData(10_000, 2, "--cores: found 10000 over 2 sockets; allowed: 2 to 8192")]
    public void Impossible_splits_are_refused(int cores, int sockets, string message) =>
        Assert.Equal(message, Assert.Throws<ModelException>(() => MachineCatalog.Build(cores, sockets)).Message);
}
