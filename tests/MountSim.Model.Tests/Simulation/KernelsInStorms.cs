using MountSim.Model.Costs;
using MountSim.Model.Kernels;
using MountSim.Model.Machines;
using MountSim.Model.Runtimes;
using MountSim.Model.Simulation;
using MountSim.Model.Workloads;

namespace MountSim.Model.Tests.Simulation;

/// <summary>What kernels lack, and locks that each mount namespace has one of, in a small storm.</summary>
public class KernelsInStorms
{
    private const int Containers = 4;

    private static readonly CostModel Costs = new(
        "test",
        Enum.GetValues<WorkClass>().ToDictionary(item => item, _ => Interval.Exact(1)),
        0,
        Interval.Exact(0.5),
        Interval.Exact(4),
        Interval.Exact(15),
        Interval.Exact(0.4));

    public static TheoryData<string> Kernels => [.. KernelCatalog.Names];

    [Theory]
    [MemberData(nameof(Kernels))]
    public void Every_kernel_starts_containers(string kernel) => Assert.Equal(Containers, Run(Of(kernel, "containerd-runc")).StartPs.Count);

    [Fact]
    public void Without_the_fd_API_its_container_mounts_as_the_legacy_one_does()
    {
        Assert.Equal(Mounting("linux-4.19", "minimal-legacy"), Mounting("linux-4.19", "minimal-fd"));
        Assert.NotEqual(Mounting("linux-6.12", "minimal-legacy"), Mounting("linux-6.12", "minimal-fd"));
    }

    [Fact]
    public void What_is_done_instead_is_said()
    {
        Assert.StartsWith("linux-4.19 lacks close.attached, close.fscontext,", Of("linux-4.19", "minimal-fd").FallbackNote(), StringComparison.Ordinal);
        Assert.Null(Of("linux-4.19", "minimal-legacy").FallbackNote());
        Assert.Null(Of("linux-5.4", "minimal-fd").FallbackNote());
    }

    [Fact]
    public void A_namespace_of_one_tree_falls_back_to_a_copy_and_pivot_root()
    {
        const string Text = """
            name: tree
            title: a namespace of one tree
            source: test
            namespace_before_start: false
            mounts_left: { host: 0, container: 1 }
            start:
              - { op: open_tree.namespace, in: host, actor: test, source: test }
            stop: []
            """;
        Assert.Equal([0L, Containers], Pivots("linux-7.0", "linux-6.18"));

        long[] Pivots(params string[] kernels) => [.. kernels.Select(kernel => Taken(Run(Of(kernel, Load(Text))), "tasklist_lock"))];
    }

    [Fact]
    public void What_cannot_be_done_otherwise_is_refused_before_the_start()
    {
        const string Text = """
            name: idmap
            title: an idmapped volume
            source: test
            namespace_before_start: true
            mounts_left: { host: 0, container: 1 }
            start:
              - { op: mount_setattr.idmap, in: container, actor: test, source: test }
            stop: []
            """;
        var error = Assert.Throws<ModelException>(() => Of("linux-5.10", Load(Text)).FallbackNote());
        Assert.Contains("calls 'mount_setattr.idmap' and cannot do without, but linux-5.10 lacks", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void With_a_lock_a_namespace_containers_do_not_meet_on_the_host_s()
    {
        Assert.Equal(10 * Containers, Taken(Run(Of("linux-6.12", "minimal-legacy")), "namespace_sem"));
        Assert.Equal(0, Taken(Run(Of("article-6.8", "minimal-legacy")), "namespace_sem"));
        Assert.InRange(Taken(Run(Of("article-6.8", "runc-1.5")), "namespace_sem"), Containers, long.MaxValue);   // the copy of the host's namespace
    }

    private static long Mounting(string kernel, string runtime) => Taken(Run(Of(kernel, runtime)), "namespace_sem");

    private static long Taken(StormResult result, string id) =>
        result.Locks[result.Definitions.Select((item, index) => (item.Id, index)).Single(item => item.Id == id).index].Statistics(LockMode.Write).Acquisitions;

    private static StormResult Run(Scenario scenario) => new Storm(scenario, 1).Run(TestContext.Current.CancellationToken);

    private static Scenario Of(string kernel, string runtime) => Of(kernel, RuntimeCatalog.Load(runtime));

    private static Scenario Of(string kernel, RuntimeModel runtime) => new(
        MachineCatalog.Build(8, 1).Machine,
        KernelCatalog.Load(kernel),
        runtime,
        new Workload { Containers = Containers, Concurrency = Containers, SystemdScansPerSecond = 0, Agents = 0, Layers = 3, OtherNamespaces = 0 },
        Costs);

    private static RuntimeModel Load(string text)
    {
        var path = Path.Combine(Directory.CreateTempSubdirectory("mountsim").FullName, "runtime.yaml");
        File.WriteAllText(path, text);
        var model = RuntimeCatalog.Load(path);
        Directory.Delete(Path.GetDirectoryName(path)!, recursive: true);
        return model;
    }
}
