using MountSim.Model.Kernels;
using MountSim.Model.Machines;
using MountSim.Model.Simulation;

namespace MountSim.Model.Tests.Simulation;

/// <summary>
/// The article's measurement, 50 containers of ten mounts: an overlay of two lowers and nine binds. Both accounts of what they do to namespace_sem, each exact:
/// what the article claims, on its what-if kernels, and what Linux 6.12 does (the kernel's source and traces).
/// </summary>
public class ArticleStorm
{
    private const int Containers = 50;
    private const int Mounts = 10 * Containers;
    private const double PsPerInstruction = 400;

    [Fact]
    public void The_articles_mount2_takes_namespace_sem_500_times_and_holds_it_over_the_whole_set_up()
    {
        var result = Storm("article-mount2", "minimal-legacy");
        Assert.Equal(Mounts, result.NamespaceSem().Acquisitions);
        Assert.Equal(0, result.NamespaceSem(LockMode.Read).Acquisitions);
        Assert.True(result.NamespaceSem().MeanHold() >= MeanSetUpPs());
    }

    [Fact]
    public void The_articles_fd_api_takes_it_500_times_for_the_attach_alone()
    {
        var result = Storm("article-fd", "minimal-fd");
        Assert.Equal(Mounts, result.NamespaceSem().Acquisitions);
        Assert.Equal(0, result.NamespaceSem(LockMode.Read).Acquisitions);
        var slow = Storm("article-mount2", "minimal-legacy").NamespaceSem();
        Assert.True(result.NamespaceSem().MeanHold() < slow.MeanHold() / 5);
    }

    [Fact]
    public void On_linux_6_12_mount2_takes_it_500_times_shortly_too_and_for_read_once_a_layer()
    {
        var result = Storm("linux-6.12", "minimal-legacy");
        Assert.Equal(Mounts, result.NamespaceSem().Acquisitions);
        // clone_private_mount() of two lowers and the upper.
        Assert.Equal(3 * Containers, result.NamespaceSem(LockMode.Read).Acquisitions);
        Assert.True(result.NamespaceSem().MeanHold() < Storm("article-mount2", "minimal-legacy").NamespaceSem().MeanHold() / 2);
    }

    [Fact]
    public void On_linux_6_12_the_fd_api_takes_it_more_often_than_mount2()
    {
        var result = Storm("linux-6.12", "minimal-fd");
        // Overlay: move_mount and close of the fsmount descriptor. Bind: open_tree(CLONE), move_mount, close of its descriptor.
        Assert.Equal((2 + (9 * 3)) * Containers, result.NamespaceSem().Acquisitions);
        Assert.Equal(3 * Containers, result.NamespaceSem(LockMode.Read).Acquisitions);
    }

    [Fact]
    public void On_linux_6_12_both_apis_hold_it_about_equally_slowa_container()
    {
        var legacy = Storm("linux-6.12", "minimal-legacy").NamespaceSem().HoldTotal;
        var fd = Storm("linux-6.12", "minimal-fd").NamespaceSem().HoldTotal;
        Assert.InRange((double)fd / legacy, 0.75, 1.5);
    }

    private static StormResult Storm(string kernel, string runtime) =>
        Storms.Of(Storms.Quiet(Containers) with { WalksPerCpuMs = 3 }, MachineCatalog.Load("epyc-9654-2s"), kernel, runtime).Run();

    // What Linux 6.12 does outside the lock, counted in its own scripts: parsing, superblock, layers and ID of the overlay; the source and the clone of a bind.
    private static double MeanSetUpPs()
    {
        string[] overlay = ["part.overlay_context", "part.overlay_super", "part.create_mount"];
        string[] bind = ["part.bind_source", "part.clone_mnt"];
        var instructions = overlay.Sum(Instructions) + (9 * bind.Sum(Instructions));
        return instructions / 10 * PsPerInstruction;
    }

    private static double Instructions(string part)
    {
        var values = new double[VariableNames.Count];
        values[(int)Variable.Cpus] = 192;
        values[(int)Variable.Layers] = 2;
        values[(int)Variable.Components] = 12;
        return ScriptCost.Evaluate(KernelCatalog.Load("linux-6.12"), part, values).Instructions;
    }
}
