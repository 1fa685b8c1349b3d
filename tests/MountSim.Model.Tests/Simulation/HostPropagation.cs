
namespace MountSim.Model.Tests.Simulation;

/// <summary>A mount in the host's namespace goes to every namespace that receives, under namespace_sem (design, "Where a simulator of this goes wrong", 2).</summary>
public class HostPropagation
{
    [Fact]
    public void The_hold_of_namespace_sem_grows_by_the_same_for_every_receiver()
    {
        var (none, ten, twenty) = (HoldPs(0), HoldPs(10), HoldPs(20));
        Assert.True(ten > 2 * none);
        // The first receiver alone opens a peer group.
        Assert.InRange((double)(twenty - ten) / (ten - none), 0.9, 1.0);
    }

    [Fact]
    public void A_private_mount_of_the_host_costs_the_same_whoever_receives() =>
        Assert.Equal(HoldPs(0, shared: false), HoldPs(20, shared: false));

    [Fact]
    public void A_mount_in_the_containers_own_namespace_propagates_to_nobody() =>
        Assert.Equal(HoldPs(0, place: "container"), HoldPs(20, place: "container"));

    [Fact]
    public void Containers_receive_from_their_copy_to_the_detach_of_the_old_root()
    {
        var host = Storms.Quiet(20) with { OtherNamespaces = 7 };
        var result = Storms.Of(host, Storms.Machine(32), runtime: "containerd-runc").Run();
        Assert.InRange(result.MostReceivers, 7 + 10, 7 + 20);
        Assert.Equal(7, result.ReceiversAtEnd);
    }

    [Fact]
    public void What_the_host_mounts_while_a_container_starts_is_detached_with_its_old_root()
    {
        // Both copy 60 mounts; the second meets ten more before it detaches what it inherited.
        var alone = Storms.Of(Storms.Quiet(1), runtime: "runc-1.5").Run();
        var crowd = Storms.Of(Storms.Quiet(8), Storms.Machine(8), runtime: "containerd-runc").Run();
        Assert.Equal(60, alone.HostMountsAtEnd);
        Assert.Equal(60 + (8 * 3), crowd.HostMountsAtEnd);
    }

    private static long HoldPs(int receivers, bool shared = true, string place = "host")
    {
        var step = shared
            ? $"  - {{op: mount.bind, in: {place}, actor: test, source: none}}"
            : $"  - {{op: mount.bind, in: {place}, shared: false, actor: test, source: none}}";
        var scenario = Storms.Of(Storms.Quiet(1) with { OtherNamespaces = receivers }) with { Runtime = Storms.Runtime(step) };
        return scenario.Run().NamespaceSem().HoldTotal;
    }
}
