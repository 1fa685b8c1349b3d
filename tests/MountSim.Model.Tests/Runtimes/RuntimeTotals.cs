using MountSim.Model.Runtimes;

namespace MountSim.Model.Tests.Runtimes;

/// <summary>Totals that are not in the runtimes reference's table (<see cref="ReferenceTotals"/>): attaches and detaches, CPU time, the article's container.</summary>
public sealed class RuntimeTotals
{
    private static readonly RuntimeInputs OneVolume = new(Layers: 10, Volumes: 1, HostMounts: 60);

    [Fact]
    public void Runc_attaches_or_detaches_26_times()
    {
        // The rootfs, 7 pseudo file systems, 3 + 1 binds, 5 read-only paths, 4 masked files, a tmpfs and 3 binds over directories, the old root.
        Assert.Equal(1 + 7 + 4 + 5 + 4 + 1 + 3 + 1, Start("runc-1.5", OneVolume).MountOperations);
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
    [InlineData("runc-1.1", 30_000)]
    [InlineData("crun-1.8", 9_500)]
    public void A_start_takes_the_CPU_time_that_was_published(string name, double microseconds) =>
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
