using System.Globalization;
using MountSim.Model.Simulation;

namespace MountSim.Experiments;

/// <summary>What containers that run before the first start have left on the host: as much each as one that starts alone leaves in the simulation.</summary>
internal static class RunningContainers
{
    /// <summary>The scenario with their mounts and receiving namespaces on the host, and a note on how many; the scenario itself where none run.</summary>
    public static (Scenario Scenario, string? Note) Settle(Scenario scenario)
    {
        var load = scenario.Workload;
        if (load.Running == 0) return (scenario, null);
        var one = load with { Containers = 1, Running = 0, Concurrency = null, StartsPerSecond = null, LifetimeSeconds = null, SystemdCgroup = false, SystemdScansPerSecond = 0, Agents = 0 };
        var left = new Storm(scenario with { Workload = one }, seed: 1).Run();
        var mounts = checked((int)(load.Running * (left.HostMountsAtEnd - load.HostMounts)));
        var receivers = checked(load.Running * (left.ReceiversAtEnd - load.OtherNamespaces));
        var settled = load with { HostMounts = load.HostMounts + mounts, OtherNamespaces = load.OtherNamespaces + receivers };
        return (scenario with { Workload = settled }, string.Create(
            CultureInfo.InvariantCulture, $"{load.Running} containers that run already have left {mounts} mounts in the host's table, and {receivers} of their namespaces go on receiving the host's propagation."));
    }
}
