using MountSim.Experiments.Sweeps;
using MountSim.Model;

namespace MountSim.Experiments.Tests.Sweeps;

public class SweepPlanTests
{
    private static readonly SweepAxis Containers = Plans.Axis("containers", "50,100"), Runtimes = Plans.Axis("runtime", "runc-1.5,crun-1.29"), Kernel = Plans.Axis("kernel", "linux-6.8");

    [Fact]
    public void The_last_axis_changes_fastest() =>
        Assert.Equal(
            ["containers=50 runtime=runc-1.5", "containers=50 runtime=crun-1.29", "containers=100 runtime=runc-1.5", "containers=100 runtime=crun-1.29"],
            Plans.Of(Containers, Runtimes).Names());

    [Fact]
    public void A_name_tells_what_varies_and_nothing_else() => Assert.Equal(["containers=50", "containers=100"], Plans.Of(Kernel, Containers).Names());

    [Fact]
    public void Without_axes_there_is_one_scenario() => Assert.Equal(["default"], Plans.Of().Names());

    [Fact]
    public void Grids_follow_each_other_and_what_only_one_says_varies()
    {
        var plan = new SweepPlan([new SweepGrid([Containers], "a"), new SweepGrid([Containers, Kernel], "b"), new SweepGrid([Containers, Kernel], "c", Name: "mine")]);
        Assert.Equal(["containers", "kernel"], plan.Varied);
        Assert.Equal(
            ["containers=50", "containers=100", "containers=50 kernel=linux-6.8", "containers=100 kernel=linux-6.8", "mine containers=50", "mine containers=100"],
            plan.Names());
        Assert.Equal(["a", "a", "b", "b", "c", "c"], Enumerable.Range(0, 6).Select(position => plan[position].Place));
    }

    [Fact]
    public void Variables_of_a_runtime_are_axes_of_their_own()
    {
        var plan = Plans.Of(Plans.Axis("set", "MD=2,4"), Plans.Axis("set", "F=1,2"));
        Assert.Equal(["MD", "F"], plan.Varied);
        Assert.Equal(["MD=2 F=1", "MD=2 F=2", "MD=4 F=1", "MD=4 F=2"], plan.Names());
        Assert.Equal("4", plan[2].Text("MD"));
    }

    [Fact]
    public void The_command_line_wins_over_the_file() =>
        Assert.Equal(["kernel", "containers"], new SweepGrid([Containers, Kernel], "a").With([Plans.Axis("containers", "7")]).Axes.Select(axis => axis.Field));

    [Fact]
    public void The_hash_tells_values_and_order_apart_and_nothing_else()
    {
        var hash = Plans.Of(Containers, Runtimes).Hash;
        Assert.Equal(hash, Plans.Of(Plans.Axis("containers", "50..100:50"), Runtimes).Hash);
        Assert.NotEqual(hash, Plans.Of(Runtimes, Containers).Hash);
        Assert.NotEqual(hash, Plans.Of(Plans.Axis("containers", "50,101"), Runtimes).Hash);
        Assert.Matches("^[0-9a-f]{64}$", hash);
    }

    [Fact]
    public void A_file_of_other_content_is_another_sweep()
    {
        var file = Path.GetTempFileName();
        File.WriteAllText(file, "one");
        var before = Plans.Of(new SweepAxis("profile", [file])).Hash;
        File.WriteAllText(file, "two");
        Assert.NotEqual(before, Plans.Of(new SweepAxis("profile", [file])).Hash);
        File.Delete(file);
    }

    [Fact]
    public void A_sweep_without_end_is_refused()
    {
        var axes = Enumerable.Range(0, 5).Select(_ => Plans.Axis("seed", "1..100000")).ToArray();
        Assert.Contains("scenarios; split the sweep", Assert.Throws<ModelException>(() => Plans.Of(axes)).Message, StringComparison.Ordinal);
    }
}
