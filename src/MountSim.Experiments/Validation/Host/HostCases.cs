using System.Globalization;
using MountSim.Model.Runtimes;
using MountSim.Model.Workloads;

namespace MountSim.Experiments.Validation.Host;

/// <summary>Which bursts a host is judged by: each operation through both APIs at several numbers of workers, then whole starts.</summary>
internal static class HostCases
{
    // Starts a worker: enough for a median, few enough for a burst of some tenths of a second. Those of storms take a tenth of a millisecond to two: more of them, so that how
    // their threads begin and end does not decide, and what the scheduler's clock does every four milliseconds happens often.
    private const int StartsAWorker = 8;
    private const int FewestStarts = 40;
    private const int StormsLonger = 4;
    private const int Layers = 5;
    private const int Slaves = 10;

    private static readonly string[] Runtimes = ["minimal-legacy", "minimal-fd", "crun-1.29"];

    /// <summary>All cases, storms first.</summary>
    public static IReadOnlyList<HostCase> All(IReadOnlyList<int> workers) =>
    [
        .. RuntimeCatalog.Storms.SelectMany(storm => workers.Select(count => Case(storm, count, Quiet))),
        .. workers.Select(count => Case("storm-bind-host", count, Quiet with { OtherNamespaces = Slaves }, $"+{Slaves}-slaves")),
        .. workers.Select(count => Case("storm-bind", count, Quiet with { Agents = 2, AgentReadsPerSecond = 200 }, "+readers")),
        .. workers.Select(count => Case("storm-bind-host", count, Quiet with { Agents = 2, AgentReadsPerSecond = 200 }, "+readers")),
        .. Runtimes.SelectMany(runtime => workers.Select(count => Case(runtime, count, Starts))),
    ];

    /// <summary>A host with services in namespaces of their own, and systemd, on which containers start.</summary>
    public static Workload Starts => Quiet with { OtherNamespaces = Slaves, SystemdScansPerSecond = 5 };

    private static Workload Quiet => new() { Layers = Layers, OtherNamespaces = 0, SystemdScansPerSecond = 0, Agents = 0 };

    /// <summary>A case.</summary>
    /// <param name="name">Its name without the number of starts in flight.</param>
    /// <param name="title">What starts.</param>
    /// <param name="runtime">The model.</param>
    /// <param name="workers">Starts in flight.</param>
    /// <param name="workload">What else happens on the host.</param>
    public static HostCase Case(string name, string title, string runtime, int workers, Workload workload)
    {
        var containers = Math.Max(FewestStarts, workers * StartsAWorker) * (RuntimeCatalog.Storms.Contains(runtime) ? StormsLonger : 1);
        return new HostCase(
            string.Create(CultureInfo.InvariantCulture, $"{name}/{workers}"),
            string.Create(CultureInfo.InvariantCulture, $"{title}; {containers} starts, {workers} at a time"),
            new PredictRequest { Runtime = runtime, Workload = workload with { Containers = containers, Concurrency = workers } });
    }

    private static HostCase Case(string runtime, int workers, Workload workload, string suffix = "") => Case(runtime + suffix, RuntimeCatalog.Load(runtime).Title, runtime, workers, workload);
}
