using MountSim.Model.Simulation;

namespace MountSim.Model.Tests.Simulation;

/// <summary>Starts that come at a rate, and what a runtime's options change in a storm.</summary>
public class PacedStarts
{
    [Fact]
    public void Starts_come_evenly_spaced_and_the_first_at_once()
    {
        var result = Storms.Of(Paced(11, perSecond: 10)).Run();
        // Ten gaps of 100 ms, then the last start, which is alone on the host.
        var alone = Storms.Of(Storms.Quiet(1)).Run().MakespanPs;
        Assert.InRange(result.MakespanPs - (1000 * Storms.Millisecond), 0.9 * alone, 1.1 * alone);
    }

    [Fact]
    public void Starts_that_come_slowly_meet_nobody()
    {
        var crowd = Storms.Of(Storms.Quiet(20), runtime: "containerd-runc").Run();
        var paced = Storms.Of(Paced(20, perSecond: 5), runtime: "containerd-runc").Run();
        Assert.Equal(0, paced.WaitFor("namespace_sem"));
        Assert.True(crowd.WaitFor("namespace_sem") > 0);
    }

    [Fact]
    public void A_limit_holds_for_starts_that_come_at_a_rate_too()
    {
        var result = Storms.Of(Paced(20, perSecond: 1e5) with { Concurrency = 2 }).Run();
        Assert.True(result.MakespanPs > 9 * result.StartPs.Min());
    }

    [Fact]
    public void A_rate_too_fast_to_tell_is_all_at_once()
    {
        var (paced, burst) = (Storms.Of(Paced(8, perSecond: 1e6)).Run(), Storms.Of(Storms.Quiet(8)).Run());
        Assert.InRange(paced.MakespanPs / (double)burst.MakespanPs, 0.98, 1.02);
    }

    [Fact]
    public void What_lands_below_a_private_root_propagates_to_nobody()
    {
        var shared = Storms.Of(Storms.Quiet(1) with { OtherNamespaces = 40 }, runtime: "containerd-runc");
        var root = shared with { Workload = shared.Workload with { RuntimeVariables = new Dictionary<string, double> { ["private_root"] = 1 } } };
        // The network namespace's bind still does: about a third of the propagation is left.
        Assert.True(root.Run().NamespaceSem().HoldTotal < shared.Run().NamespaceSem().HoldTotal);
        Assert.Equal(shared.Run().HostMountsAtEnd, root.Run().HostMountsAtEnd);
    }

    [Fact]
    public void The_fd_api_makes_the_same_mounts_by_the_calls_that_the_articles_container_makes()
    {
        var (rewritten, written) = (Storms.Of(Storms.Quiet(3)) with { Api = MountApi.Fd }, Storms.Of(Storms.Quiet(3), runtime: "minimal-fd"));
        Assert.Equal(written.Run().StartPs, rewritten.Run().StartPs);
    }

    [Fact]
    public void Mount_2_makes_the_same_mounts_as_the_fd_api()
    {
        var (rewritten, written) = (Storms.Of(Storms.Quiet(3), runtime: "minimal-fd") with { Api = MountApi.Mount2 }, Storms.Of(Storms.Quiet(3)));
        Assert.Equal(written.Run().NamespaceSem().Acquisitions, rewritten.Run().NamespaceSem().Acquisitions);
        Assert.Contains("mount(2)", rewritten.FallbackNote(), StringComparison.Ordinal);
    }

    [Fact]
    public void Mount_2_cannot_idmap()
    {
        var refused = Assert.Throws<ModelException>(() => (Storms.Of(Storms.Quiet(1), runtime: "k8s-containerd-userns-common") with { Api = MountApi.Mount2 }).Run());
        Assert.Contains("allowed: --api runtime", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Tasks_pinned_to_a_socket_run_there_and_the_other_ones_cpus_stay_possible()
    {
        var pinned = Storms.Machine(16, sockets: 2).PinnedTo(1);
        Assert.Equal((8, 16), (pinned.Cpus, pinned.PossibleCpus));
        Assert.Throws<ModelException>(() => pinned.PinnedTo(2));
    }

    private static Workloads.Workload Paced(int containers, double perSecond) => Storms.Quiet(containers) with { Concurrency = null, StartsPerSecond = perSecond };
}
