using MountSim.Model.Machines;
using MountSim.Model.Runtimes;
using MountSim.Model.Workloads;

namespace MountSim.Model.Tests.Runtimes;

/// <summary>Mounts of a running container, sections 4 and 9 of the runtimes reference, with one volume.</summary>
public sealed class MountsLeft
{
    // Section 4 contradicts section 9 twice, and its steps decide: a gofer keeps 3 + F + V (section 4: 3 + 2 * (1 + F + V), before the old root is gone);
    // Kata's overlays count beside their binds (section 9's formula leaves them out, C + 1 of them).
    [Theory]
    [InlineData("docker-29", 2, 24 + 1)]
    [InlineData("docker-overlay2", 2, 24 + 1)]
    [InlineData("podman-crun", 3, 1 + 6 + 5 + 1 + 6 + 4 + 3)]
    [InlineData("podman-crun-userns", 3, 1 + 6 + 5 + 1 + 6 + 6 + 4 + 3)]
    [InlineData("podman-runc", 3, 1 + 6 + 5 + 1 + 6 + 4 + 3)]
    [InlineData("k8s-containerd-2.2", 5, 46 + 1)]
    [InlineData("k8s-containerd-2.3", 5, 46 + 1)]
    [InlineData("k8s-containerd-userns-2.3", 6, 46 + 1 + 12)]
    [InlineData("k8s-containerd-userns-common", 6, 46 + 1 + 12)]
    [InlineData("k8s-containerd-userns-perlayer", 6, 46 + 1 + 12)]
    [InlineData("gvisor", 1, 3 + 3 + 6 + 1)]
    [InlineData("kata-virtiofs", 0, 1 + (2 * (1 + 6 + 1) * 2) + 2)]
    [InlineData("kata-block", 0, 1 + (2 * (6 + 1) * 2))]
    [InlineData("libmount", 2, 0)]
    public void A_running_container_has_as_many(string name, int host, int container)
    {
        var runtime = RuntimeCatalog.Load(name);
        var values = runtime.Bind(new RuntimeInputs(Volumes: 1));
        Assert.Equal((host, container), (runtime.HostMountsLeft.Evaluate(values), runtime.ContainerMountsLeft.Evaluate(values)));
    }

    // gVisor mounts below the old root too, and Podman unmounts what it inherited: not in this list.
    [Theory]
    [InlineData("runc-1.1")]
    [InlineData("runc-1.5")]
    [InlineData("crun-1.8")]
    [InlineData("crun-1.29")]
    [InlineData("docker-29")]
    [InlineData("podman-crun-unshare")]
    [InlineData("podman-runc")]
    [InlineData("k8s-containerd-2.3")]
    [InlineData("k8s-containerd-userns-perlayer")]
    [InlineData("kata-virtiofs")]
    [InlineData("kata-block")]
    [InlineData("minimal-fd")]
    public void A_start_mounts_what_it_leaves(string name)
    {
        var runtime = RuntimeCatalog.Load(name);
        var values = runtime.Bind(new RuntimeInputs(Volumes: 2, ThrottleDirectories: 4));
        Assert.Equal(runtime.ContainerMountsLeft.Evaluate(values), Attached(runtime.Start, values, MountNamespace.Container));
        Assert.Equal(runtime.HostMountsLeft.Evaluate(values), Attached(runtime.Start, values, MountNamespace.Host));
    }

    [Theory]
    [InlineData("docker-29", 1)]
    [InlineData("podman-crun", 1)]
    [InlineData("k8s-containerd-2.3", 3)]
    public void On_an_Intel_host_a_directory_a_CPU_online_is_masked_in_every_app_container(string name, int containers)
    {
        var runtime = RuntimeCatalog.Load(name);
        var variables = containers > 1 ? new Dictionary<string, double> { ["C"] = containers } : null;
        double On(int directories) => runtime.ContainerMountsLeft.Evaluate(runtime.Bind(new RuntimeInputs(ThrottleDirectories: directories), variables));
        Assert.Equal(96 * containers, On(96) - On(0));
    }

    [Fact]
    public void Siblings_that_are_off_have_no_directory_and_cpus_that_nobody_may_use_have_theirs()
    {
        var machine = MachineCatalog.Load("r5.metal");
        int Directories(Machine of) => RuntimeInputs.Of(new Workload(), of).ThrottleDirectories;
        Assert.Equal((96, 48, 96), (Directories(machine), Directories(machine.WithSmt(1)), Directories(machine.PinnedTo(1))));
        Assert.Equal(0, Directories(MachineCatalog.Load("m7a.24xlarge")));
    }

    private static double Attached(IReadOnlyList<RuntimeStep> steps, double[] values, MountNamespace place) => steps.Sum(step => step switch
    {
        LoopStep loop => RuntimeModel.Times(loop.Times, values) * Attached(loop.Steps, values, place),
        OperationStep { Fails: false } operation when operation.In == place => RuntimeModel.Times(operation.Count, values) * Sign(operation.Operation) * (operation.Tree?.Evaluate(values) ?? 1),
        _ => 0,
    });

    private static int Sign(string operation) => operation switch
    {
        "umount.detach.oldroot" => 0,
        _ when operation.StartsWith("umount.", StringComparison.Ordinal) => -1,
        _ => OperationNames.AttachesOrDetaches(operation) ? 1 : 0,
    };
}
