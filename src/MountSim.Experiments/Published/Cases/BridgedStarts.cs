using MountSim.Experiments.Validation;
using MountSim.Model.Costs;
using MountSim.Model.Workloads;

namespace MountSim.Experiments.Published.Cases;

/// <summary>M12: a negative control. A bridge makes parallel starts slower, and mount locks must not explain it.</summary>
internal static class BridgedStarts
{
    private static readonly PredictRequest Bridge = new()
    {
        Cores = 32, Sockets = 1, Smt = 2, Kernel = "linux-5.4", Runtime = "docker-overlay2", Workload = new Workload { Containers = 64, RuntimeVariables = Net(1) },
    };

    private static readonly PredictRequest HostNetwork = Bridge.With(workload => workload with { RuntimeVariables = Net(0) });

    public static PublishedCase Case { get; } = new(
        "M12",
        "64 parallel starts spread, first to last, over 2 to 2.5 s with the host's network and 5 to 15 s with a bridge; 64 vCPU, Docker 20.10 (moby issue 42096)",
        "A control: the mounts of the starts may not take longer than the whole with the host's network, and a network namespace's one bind may explain no more than a twentieth of the 2.5 to 12.5 s that the bridge adds",
        run =>
        [
            ValidationRow.InBand("spread with the host's network", "s", run.Of(HostNetwork, storm => storm.SpreadS), new Interval(2.25, 0, 2.5)),
            ValidationRow.InBand("what the bridge adds by its mounts", "s", run.OfBoth(Bridge, HostNetwork, (with, without) => with.SpreadS - without.SpreadS), Band.AtMost(0, 2.5 / 20)),
        ]);

    private static Dictionary<string, double> Net(double namespaces) => new(StringComparer.Ordinal) { ["NET"] = namespaces };
}
