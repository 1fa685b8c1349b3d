using MountSim.Engine;

namespace MountSim.Experiments.Fleets;

/// <summary>A made-up fleet of any number of classes: a start for one's own table, and the load of the tests. The same number gives the same table.</summary>
public static class FleetExample
{
    private const int Seed = 1, FewestHosts = 8, MostHosts = 400;

    private static readonly (string Machine, string Runtime, int Containers)[] Hosts =
    [
        ("m7i.metal-24xl", "containerd-runc", 60),
        ("r5.metal", "k8s-containerd-2.2", 40),
        ("m7a.24xlarge", "crun-1.29", 120),
        ("c6a.metal", "podman-crun", 50),
    ];

    private static readonly string[] Kernels = ["linux-6.1", "linux-6.8", "linux-6.12"];
    private static readonly int[] Layers = [20, 50];
    private static readonly string[] Teams = ["payments", "search", "batch", "edge", "ml"];

    /// <summary>The header's names. The last two mean nothing to the tool and pass through.</summary>
    public static IReadOnlyList<string> Columns { get; } = ["class", "hosts", "machine", "kernel", "runtime", "layers", "volumes", "containers", "demand_containers", "team", "host_cost_per_month"];

    /// <summary>The rows: 24 different scenarios at most, as fleets have more names than kinds of host.</summary>
    /// <param name="classes">How many.</param>
    public static IEnumerable<IReadOnlyList<object>> Rows(int classes)
    {
        for (var i = 0; i < classes; i++)
        {
            var random = new RandomStream(Seed, "fleet", i);
            var (machine, runtime, containers) = Hosts[i % Hosts.Length];
            var kernel = Kernels[i / Hosts.Length % Kernels.Length];
            var layers = Layers[i / (Hosts.Length * Kernels.Length) % Layers.Length];
            var hosts = FewestHosts + (int)(random.NextBits() % (MostHosts - FewestHosts + 1));
            var demand = (long)hosts * containers * (80 + (long)(random.NextBits() % 41)) / 100; // between four fifths and six fifths of what is planned
            var team = Teams[random.NextBits() % (ulong)Teams.Length];
            yield return [$"{team}-{i + 1:0000}", hosts, machine, kernel, runtime, layers, 1, containers, demand, team, 2000.5 + (i % 7 * 250)];
        }
    }
}
