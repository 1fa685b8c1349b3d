using MountSim.Model.Machines;

namespace MountSim.Model.Tests.Machines;

public sealed class TransferCosts
{
    [Theory]
    [InlineData("epyc-9654-2s", 0, 7, Distance.SameL3, 27_100)]
    [InlineData("epyc-9654-2s", 0, 8, Distance.SameSocket, 99_300)]
    [InlineData("epyc-9654-2s", 0, 96, Distance.CrossSocket, 191_600)]
    [InlineData("r5.metal", 0, 48, Distance.SameCore, 7_600)]
    [InlineData("r5.metal", 0, 23, Distance.SameL3, 46_600)]
    [InlineData("r5.metal", 0, 24, Distance.CrossSocket, 134_100)]
    [InlineData("m7i.metal-24xl", 0, 48, Distance.SameCore, 8_000)]
    [InlineData("m7i.metal-24xl", 0, 47, Distance.SameL3, 59_000)]
    [InlineData("m7a.24xlarge", 0, 7, Distance.SameL3, 27_100)]
    [InlineData("m7a.24xlarge", 0, 95, Distance.SameSocket, 99_300)]
    [InlineData("c6a.metal", 0, 96, Distance.SameCore, 9_800)]
    [InlineData("c6a.metal", 0, 7, Distance.SameL3, 22_700)]
    [InlineData("c6a.metal", 0, 8, Distance.SameSocket, 107_600)]
    [InlineData("c6a.metal", 0, 48, Distance.CrossSocket, 197_200)]
    [InlineData("c6i.metal", 0, 32, Distance.CrossSocket, 107_800)]
    [InlineData("epyc-9755-2s", 0, 128, Distance.CrossSocket, 200_000)]
    public void A_line_moves_at_the_published_price(string name, int from, int to, Distance distance, long picoseconds)
    {
        var machine = MachineCatalog.Load(name);
        Assert.Equal(distance, machine.DistanceBetween(from, to));
        Assert.Equal(picoseconds, machine.TransferPs(from, to));
        Assert.Equal(picoseconds, machine.TransferPs(distance));
    }

    [Fact]
    public void On_c6a_metal_the_socket_away_from_home_pays_the_cross_socket_price_between_its_L3_groups()
    {
        var machine = MachineCatalog.Load("c6a.metal");
        Assert.Equal(107_600, machine.TransferPs(0, 8));
        Assert.InRange(machine.TransferPs(48, 56), 197_000, 200_500);
        Assert.Equal(Distance.CrossSocket, machine.DistanceBetween(48, 56));
        Assert.Equal(22_700, machine.TransferPs(48, 55));
        Assert.Equal(9_800, machine.TransferPs(48, 48 + 96));
    }

    [Theory]
    [InlineData("epyc-9654-2s", 8)]
    [InlineData("r5.metal", 1)]
    [InlineData("c6i.metal", 1)]
    public void Where_the_data_show_no_home_node_effect_both_sockets_cost_the_same(string name, int step)
    {
        var machine = MachineCatalog.Load(name);
        var second = machine.CoresPerSocket;
        Assert.Equal(machine.TransferPs(0, step), machine.TransferPs(second, second + step));
    }

    [Fact]
    public void Sockets_are_ordered_by_price_as_hardware_reference_3_5_has_it()
    {
        long Cross(string name) => MachineCatalog.Load(name).TransferPs(Distance.CrossSocket);
        Assert.True(Cross("epyc-9654-2s") > Cross("r5.metal"));
        Assert.True(Cross("r5.metal") > Cross("c6i.metal"));
    }

    [Fact]
    public void Every_machine_has_a_symmetric_table_and_moves_nothing_to_the_owner()
    {
        foreach (var machine in MachineCatalog.Names.Select(MachineCatalog.FromFile))
        {
            for (var a = 0; a < machine.Cpus; a += 5)
            {
                Assert.Equal(Distance.Self, machine.DistanceBetween(a, a));
                Assert.Equal(0, machine.TransferPs(a, a));
                for (var b = 0; b < machine.Cpus; b++)
                    Assert.Equal(machine.TransferPs(a, b), machine.TransferPs(b, a));
            }
        }
    }

    [Fact]
    public void The_mean_transfer_weighs_all_other_CPUs_alike()
    {
        var machine = MachineCatalog.Load("epyc-9654-2s");
        var expected = (7 * 27_100L + 88 * 99_300L + 96 * 191_600L) / 191;
        Assert.Equal(expected, machine.MeanTransferPs(0));
    }

    [Fact]
    public void A_wake_up_costs_by_physical_distance_whatever_the_home_of_a_line()
    {
        var machine = MachineCatalog.Load("c6a.metal");
        Assert.Equal(5_000_000, machine.WakeUpPs(0, 0));
        Assert.Equal(5_000_000, machine.WakeUpPs(0, 96));
        Assert.Equal(5_000_000, machine.WakeUpPs(0, 1));
        Assert.Equal(10_000_000, machine.WakeUpPs(48, 56));
        Assert.Equal(20_000_000, machine.WakeUpPs(0, 48));
    }

    [Fact]
    public void Every_figure_names_its_source_and_lies_in_its_interval()
    {
        foreach (var machine in MachineCatalog.Names.Select(MachineCatalog.FromFile))
        {
            var m = machine.Description;
            Figure[] single = [m.UpgradeShare, m.LocalAtomicNs, m.NsPerInstruction, m.TimeSliceMs, m.SmtThroughput, m.Burst];
            foreach (var figure in m.TransferNs.Values.Concat(m.WakeUpMicroseconds.Values).Concat(single))
            {
                Assert.NotEmpty(figure.Source);
                Assert.InRange(figure.Value, figure.Interval.Low, figure.Interval.High);
            }

            Assert.Equal(0.75, m.UpgradeShare.Value);
            Assert.True(m.NsPerInstruction.Guess);
        }
    }
}
