using MountSim.Experiments.Inputs;
using MountSim.Experiments.Sweeps;
using MountSim.Model;
using MountSim.Model.Yaml;

namespace MountSim.Experiments.Tests.Sweeps;

public class SweepDesignTests
{
    [Fact]
    public void A_row_of_a_table_is_a_scenario_and_empty_cells_say_nothing()
    {
        var plan = Table("scenario,runtime,containers,host_mounts\nbig,runc-1.5,500,\n,crun-1.29,50,100\n");
        Assert.Equal(["big", "runtime=crun-1.29 containers=50 host-mounts=100"], plan.Names());
    }

    [Fact]
    public void A_cell_may_hold_a_range() => Assert.Equal(["50", "100"], Texts(Table("runtime,containers\nrunc-1.5,50..100:50\n"), "containers"));

    [Fact]
    public void A_mapping_is_a_grid_in_its_own_order() =>
        Assert.Equal(["runtime=runc-1.5 containers=1", "runtime=runc-1.5 containers=2", "runtime=crun-1.29 containers=1", "runtime=crun-1.29 containers=2"], Yaml("runtime: [runc-1.5, crun-1.29]\ncontainers: 1..2\n").Names());

    [Fact]
    public void Scenarios_add_to_what_is_common_and_win_over_it()
    {
        var plan = Yaml("kernel: linux-6.8\nreplications: 2\nscenarios:\n  - {containers: '10,20'}\n  - {scenario: old, kernel: linux-5.10, containers: 10}\n");
        Assert.Equal(["kernel=linux-6.8 containers=10", "kernel=linux-6.8 containers=20", "old"], plan.Names());
        Assert.All(Texts(plan, "replications"), text => Assert.Equal("2", text));
    }

    [Fact]
    public void Variables_of_a_runtime_are_separated_by_blanks() => Assert.Equal(["MD", "F"], Yaml("set: MD=2,4 F=1,2\n").Varied);

    [Theory]
    [InlineData("runtme,containers\nrunc-1.5,50\n", "design.csv:2:runtme: there is no option 'runtme'; did you mean 'runtime'?")]
    [InlineData("runtime,containers\nrunc-1.5,50\nrunc-1.5,none\n", "design.csv:3:containers: found 'none'; allowed: a whole number")]
    [InlineData("runtime\nrunk-1.5\n", "design.csv:2:runtime: unknown runtime 'runk-1.5'; did you mean 'runc-1.5'?")]
    [InlineData("kernel\nlinux-6.13\n", "design.csv:2:kernel: no kernel is named 'linux-6.13'")]
    [InlineData("threads\n2\n", "design.csv:2:threads: threads change no result")]
    [InlineData("containers\n", "design.csv: has no rows")]
    public void A_wrong_table_is_refused_with_its_place(string text, string message) =>
        Assert.StartsWith(message, Assert.Throws<ModelException>(() => Table(text)).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("containers: 10\nlayer: 5\n", "design.yaml:2:1: there is no option 'layer'; did you mean 'layers'?")]
    [InlineData("containers: [10, ten]\n", "design.yaml:1:1: found 'ten'; allowed: a whole number")]
    [InlineData("containers: []\n", "design.yaml:1:13: 'containers' is a list; allowed: at least one value")]
    [InlineData("scenarios: []\n", "design.yaml:1:12: 'scenarios' is a list; allowed: at least one scenario")]
    public void A_wrong_mapping_is_refused_with_its_place(string text, string message) =>
        Assert.StartsWith(message, Assert.Throws<ModelException>(() => Yaml(text)).Message, StringComparison.Ordinal);

    private static SweepPlan Table(string text) => new(SweepDesign.OfTable(InputTable.Parse(text, "design.csv"), new AxisReader()));

    private static SweepPlan Yaml(string text) => new(SweepDesign.OfYaml(YamlFile.Parse(text, "design.yaml"), new AxisReader()));

    private static IEnumerable<string?> Texts(SweepPlan plan, string field) => Enumerable.Range(0, (int)plan.Count).Select(position => plan[position].Text(field));
}
