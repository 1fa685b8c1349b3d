using MountSim.Experiments.Published;
using MountSim.Model.Simulation;
using MountSim.Model.Workloads;

namespace MountSim.Experiments.Tests.Published;

/// <summary>Idmapped layers that stay peers of the mount they lie on: every attach and detach visits all of them, so that a burst's time grows with its square.</summary>
public class CloneStorms
{
    private static readonly PublishedRun Run = new(new PublishedRequest { Replications = 2 }, CancellationToken.None);

    [Fact]
    public void Four_times_the_containers_take_more_than_eight_times_as_long() =>
        Assert.InRange(Run.Ratio(Storm("k8s-containerd-userns-perlayer", 40), Storm("k8s-containerd-userns-perlayer", 10), storm => storm.StartMs).Value, 8, 25);

    [Fact]
    public void Layers_made_private_or_mapped_by_their_common_parent_cost_a_fraction()
    {
        var peers = Run.Of(Storm("k8s-containerd-userns-perlayer", 40), storm => storm.StartMs).Value;
        Assert.True(Run.Of(Storm("k8s-containerd-userns-common", 40), storm => storm.StartMs).Value < peers / 5);
    }

    [Fact]
    public void No_clone_is_left_when_all_have_started() =>
        Assert.Equal(60 + (10 * 6), new Storm(ScenarioBuilder.Build(Storm("k8s-containerd-userns-perlayer", 10)).Scenario, 1).Run(TestContext.Current.CancellationToken).HostMountsAtEnd);

    private static PredictRequest Storm(string runtime, int containers) => new() { Machine = "r5.metal", Runtime = runtime, Workload = new Workload { Containers = containers, Layers = 50 } };
}
