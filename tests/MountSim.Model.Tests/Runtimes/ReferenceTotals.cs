using MountSim.Model.Runtimes;

namespace MountSim.Model.Tests.Runtimes;

/// <summary>Every model against the reference's table of totals, column by column, and against the published counts of M1.</summary>
public sealed class ReferenceTotals
{
    public static TheoryData<string> Rows => [.. ReferenceRow.All.Select(row => row.ToString())];

    [Theory]
    [MemberData(nameof(Rows))]
    public void A_start_makes_the_calls_of_the_table(string name)
    {
        var (row, runtime, values) = Bound(name);
        Assert.Equal(row.Calls, Calls.Listed(OwnSteps.Of(runtime, runtime.Start), values));
    }

    [Theory]
    [MemberData(nameof(Rows))]
    public void A_stop_reads_the_mount_table_as_often_as_the_table_says(string name)
    {
        var (row, runtime, values) = Bound(name);
        Assert.Equal(row.StopReads, RuntimeCounts.Of(OwnSteps.Of(runtime, runtime.Stop), values).MountinfoReads);
    }

    // M1: move_mount, overlay mount and umount2 of the two assemblies of an app container; not the temporary mount's own umount.
    [Theory]
    [InlineData("k8s-containerd-userns-perlayer", 20_200)]
    [InlineData("k8s-containerd-userns-common", 600)]
    public void A_hundred_containers_of_fifty_layers_make_the_published_number_of_mount_operations(string name, int operations)
    {
        var runtime = RuntimeCatalog.Load(name);
        Assert.Equal(operations, 100 * (Assembling(runtime, 1) - Assembling(runtime, 0)));
    }

    [Fact]
    public void A_pod_of_the_reference_s_example_makes_30_calls_in_the_host_s_namespace_and_96_in_the_containers()
    {
        var pod = RuntimeCatalog.Load("k8s-containerd-2.3");
        var start = Calls.Listed(pod.Start, pod.Bind(new RuntimeInputs(), new Dictionary<string, double> { ["S"] = 0 }));
        Assert.Equal((30, 96), (start.Host, start.Container));
        // Two copies, and the two that runc's mount-source threads join.
        Assert.Equal(2 + 2, start.Namespaces);
    }

    private static int Assembling(RuntimeModel runtime, int containers)
    {
        var values = runtime.Bind(new RuntimeInputs(Layers: 50), new Dictionary<string, double> { ["C"] = containers });
        return Count(OwnSteps.Of(runtime, runtime.Start), values);
    }

    private static int Count(IReadOnlyList<RuntimeStep> steps, double[] values) => steps.Sum(step => step switch
    {
        OperationStep { Operation: "move_mount" or "mount.overlay" or "umount.detach" } operation => RuntimeModel.Times(operation.Count, values),
        LoopStep loop => RuntimeModel.Times(loop.Times, values) * Count(loop.Steps, values),
        _ => 0,
    });

    private static (ReferenceRow Row, RuntimeModel Runtime, double[] Values) Bound(string name)
    {
        var row = ReferenceRow.All.Single(row => row.ToString() == name);
        var runtime = RuntimeCatalog.Load(row.Runtime);
        return (row, runtime, runtime.Bind(row.Inputs, row.Variables));
    }
}
