using MountSim.Model.Runtimes;
using MountSim.Model.Simulation;

namespace MountSim.Model.Tests.Simulation;

/// <summary>Every runtime in a small storm, on 6.12 or, where that lacks a call of it, on 7.0.</summary>
public sealed class RuntimesInStorms
{
    private const int Containers = 8;

    public static TheoryData<string> Runtimes => [.. RuntimeCatalog.Names];

    [Theory]
    [MemberData(nameof(Runtimes))]
    public void All_containers_start_and_leave_the_mounts_they_should(string name)
    {
        var scenario = Scenario(name, null);
        var result = scenario.Run();
        Assert.Equal(Containers, result.StartPs.Count);
        var left = scenario.Runtime.HostMountsLeft.Evaluate(scenario.Runtime.Bind(RuntimeInputs.Of(scenario.Workload, scenario.Machine)));
        Assert.Equal(60 + (Containers * left), result.HostMountsAtEnd);
    }

    [Theory]
    [MemberData(nameof(Runtimes))]
    public void All_containers_stop_and_leave_nothing(string name)
    {
        var result = Scenario(name, 0.001).Run();
        Assert.Equal(60, result.HostMountsAtEnd);
        Assert.Equal(0, result.ReceiversAtEnd);
    }

    [Theory]
    [MemberData(nameof(Runtimes))]
    public void Only_sandboxes_receive_the_host_s_propagation_when_they_have_started(string name)
    {
        Assert.Equal(Sandboxes.Receive(name) ? Containers : 0, Scenario(name, null).Run().ReceiversAtEnd);
    }

    private static Scenario Scenario(string runtime, double? lifetime)
    {
        var workload = Storms.Quiet(Containers) with { Layers = 3, LifetimeSeconds = lifetime };
        var scenario = Storms.Of(workload, runtime: runtime);
        return scenario.FallbackNote() is null ? scenario : Storms.Of(workload, kernel: "linux-7.0", runtime: runtime);
    }
}
