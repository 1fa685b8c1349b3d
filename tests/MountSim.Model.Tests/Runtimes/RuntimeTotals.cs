using MountSim.Model.Runtimes;

namespace MountSim.Model.Tests.Runtimes;

/// <summary>The totals of the runtimes reference, section 3, and how the models, which spell every call out, come to them.</summary>
public sealed class RuntimeTotals
{
    private static readonly RuntimeInputs OneVolume = new(Layers: 10, Volumes: 1, HostMounts: 60);

    [Fact]
    public void Runc_makes_37_calls_of_mount_2_for_a_Docker_container_with_one_volume()
    {
        var start = Start("runc-1.5", OneVolume);
        Assert.Equal(37, start.LegacyCalls);
    }

    [Fact]
    public void Runc_makes_13_calls_in_the_hosts_namespace_3_of_them_fsconfigs_of_the_exe_seal_that_count_with_their_fsopen_here() =>
        Assert.Equal(13 - 3, Start("runc-1.5", OneVolume).HostCalls);

    [Fact]
    public void Runc_makes_45_calls_in_the_containers_namespace_and_one_fsmount_that_the_reference_counts_with_its_fsopen() =>
        Assert.Equal(45 + 1, Start("runc-1.5", OneVolume).ContainerCalls);

    [Fact]
    public void Runc_makes_17_calls_of_the_fd_API_less_the_3_fsconfigs_and_with_the_fsmount() =>
        Assert.Equal(17 - 3 + 1, Start("runc-1.5", OneVolume).FdCalls);

    [Fact]
    public void Runc_attaches_or_detaches_26_times()
    {
        // The rootfs, 7 pseudo file systems, 3 + 1 binds, 5 read-only paths, 4 masked files, a tmpfs and 3 binds over directories, the old root.
        Assert.Equal(1 + 7 + 4 + 5 + 4 + 1 + 3 + 1, Start("runc-1.5", OneVolume).MountOperations);
    }

    [Theory]
    [InlineData("k8s app", 49, 57)]
    [InlineData("96-CPU Intel", 145, 153)]
    [InlineData("k8s pause", 31, 39)]
    public void Runc_follows_its_variables_to_the_other_rows_of_the_table(string row, int legacy, int container)
    {
        var app = new Dictionary<string, double> { ["P"] = 6, ["F"] = 6, ["Brm"] = 7, ["Bprop"] = 7 };
        var overrides = row switch
        {
            "96-CPU Intel" => new Dictionary<string, double>(app) { ["T"] = 96 },
            "k8s pause" => new() { ["P"] = 5, ["F"] = 2, ["Bprop"] = 0, ["Brm"] = 2, ["RO"] = 1, ["MF"] = 3, ["MD"] = 4 },
            _ => app,
        };
        var start = Start("runc-1.5", OneVolume with { Volumes = row == "k8s pause" ? 0 : 1 }, overrides);
        Assert.Equal(legacy, start.LegacyCalls);
        Assert.Equal(container + 1, start.ContainerCalls);
    }

    [Fact]
    public void Crun_makes_5_calls_of_mount_2_for_a_Podman_container_with_one_volume() =>
        Assert.Equal(5, Start("crun-1.29", OneVolume).LegacyCalls);

    [Fact]
    public void Crun_makes_28_calls_in_the_hosts_namespace_and_8_that_the_reference_does_not_list()
    {
        // Seven fsmounts counted with their fsopen, and the close of the parent's procfs handle.
        Assert.Equal(28 + 7 + 1, Start("crun-1.29", OneVolume).HostCalls);
    }

    [Fact]
    public void Crun_makes_97_calls_in_the_containers_namespace_and_3_that_the_reference_does_not_list()
    {
        // An fsmount counted with its fsopen, the close of the spare mask, the close of the child's procfs handle.
        Assert.Equal(97 + 1 + 2, Start("crun-1.29", OneVolume).ContainerCalls);
    }

    [Fact]
    public void Crun_makes_117_calls_of_the_fd_API_and_the_same_11() => Assert.Equal(117 + 8 + 3, Start("crun-1.29", OneVolume).FdCalls);

    [Fact]
    public void With_a_user_namespace_crun_makes_6_more_calls_in_the_hosts_namespace_and_as_many_in_the_containers()
    {
        var (without, with) = (Start("crun-1.29", OneVolume), Start("crun-1.29", OneVolume, new() { ["U"] = 1 }));
        Assert.Equal(34 - 28, with.HostCalls - without.HostCalls);
        Assert.Equal(without.ContainerCalls, with.ContainerCalls);
    }

    [Fact]
    public void Crun_reads_the_mount_table_once_and_runc_never()
    {
        Assert.Equal(1, Start("crun-1.29", OneVolume).MountinfoReads);
        Assert.Equal(0, Start("runc-1.5", OneVolume).MountinfoReads);
    }

    [Theory]
    [InlineData("minimal-legacy", 10)]
    [InlineData("minimal-fd", 10)]
    public void The_articles_container_is_ten_mounts_in_its_own_namespace(string name, int mounts)
    {
        var runtime = RuntimeCatalog.Load(name);
        var start = Start(name, OneVolume);
        Assert.True(runtime.NamespaceBeforeStart);
        Assert.Equal(mounts, start.MountOperations);
        Assert.Equal(0, start.HostCalls);
        Assert.Equal(10_000, start.CpuMicroseconds);
        Assert.Equal(name == "minimal-legacy" ? 10 : 0, start.LegacyCalls);
    }

    [Theory]
    [InlineData("runc-1.5", 30_000)]
    [InlineData("containerd-runc", 30_000)]
    [InlineData("crun-1.29", 6_000)]
    public void A_start_takes_the_CPU_time_the_design_states(string name, double microseconds) =>
        Assert.InRange(Start(name, OneVolume).CpuMicroseconds, microseconds * 0.99, microseconds * 1.01);

    [Fact]
    public void Containerd_adds_three_mounts_in_the_hosts_namespace_and_four_reads_of_the_table_at_the_stop()
    {
        var containerd = RuntimeCatalog.Load("containerd-runc");
        var values = containerd.Bind(OneVolume);
        Assert.Equal(Start("runc-1.5", OneVolume).HostCalls + 3, containerd.CountStart(values).HostCalls);
        Assert.Equal(Start("runc-1.5", OneVolume).MountOperations + 3, containerd.MountOperations(values));
        Assert.Equal(4, containerd.CountStop(values).MountinfoReads);
        Assert.Equal(3, containerd.CountStop(values).MountOperations);
        Assert.Equal(3, containerd.HostMountsLeft.Evaluate(values));
    }

    [Fact]
    public void A_Docker_container_has_24_mounts_and_its_volumes_as_the_reference_says() =>
        Assert.Equal(24 + 1, RuntimeCatalog.Load("runc-1.5").ContainerMountsLeft.Evaluate(RuntimeCatalog.Load("runc-1.5").Bind(OneVolume)));

    private static RuntimeCounts Start(string name, RuntimeInputs inputs, Dictionary<string, double>? overrides = null)
    {
        var runtime = RuntimeCatalog.Load(name);
        return runtime.CountStart(runtime.Bind(inputs, overrides));
    }
}
