using MountSim.Model.Simulation;

namespace MountSim.Model.Tests.Simulation;

/// <summary>Each task draws from a stream of its own (design, "Rules of the simulation", 1 and 7).</summary>
public class RandomStreams
{
    private static readonly Scenario Scenario =
        Storms.Of(Storms.Quiet(10) with { WalksPerCpuMs = 3 }, runtime: "containerd-runc") with { Costs = Storms.Costs(spread: 0.3) };

    [Fact]
    public void Agents_and_systemd_leave_the_containers_draws_unchanged()
    {
        // No grace periods: their interrupts would lengthen user code.
        var quiet = Scenario with { Runtime = Model.Runtimes.RuntimeCatalog.Load("minimal-legacy") };
        var watched = quiet with { Workload = quiet.Workload with { Agents = 3, AgentReadsPerSecond = 100, SystemdScansPerSecond = 5 } };
        var (alone, crowd) = (quiet.Run(), watched.Run());
        Assert.NotEqual(alone.Events, crowd.Events);
        Assert.Equal(alone.UserPs, crowd.UserPs);
    }

    [Fact]
    public void More_containers_leave_the_first_ones_draws_unchanged()
    {
        var more = Scenario with { Workload = Scenario.Workload with { Containers = 20, Concurrency = 1 } };
        var fewer = Scenario with { Workload = Scenario.Workload with { Concurrency = 1 } };
        Assert.Equal(fewer.Run().StartPs, more.Run().StartPs.Take(10));
    }
}
