using System.Globalization;
using MountSim.Calibration.Bursts;
using MountSim.Calibration.Tracing;

namespace MountSim.Experiments.Bursts;

/// <summary>What real bursts measured, in a prediction's columns.</summary>
/// <param name="Summary">The row: means over the bursts, with intervals where there were several. What no burst can see is not a number.</param>
/// <param name="StartTimesMs">Start latency of every container of every burst, ms, ascending.</param>
/// <param name="Operations">Wall time by operation, summed over all bursts, the longest first.</param>
/// <param name="Locks">Who was waited for, as the kernel's contention events show it, means over the bursts; empty where the host does not allow to trace them.</param>
/// <param name="Prediction">The prediction of the same burst; null when none was asked for.</param>
/// <param name="Notes">What a reader must know, in sentences.</param>
public sealed record BurstReport(
    PredictionSummary Summary, IReadOnlyList<double> StartTimesMs, IReadOnlyList<OperationTime> Operations, IReadOnlyList<LockSummary> Locks, PredictionReport? Prediction, IReadOnlyList<string> Notes)
{
    /// <summary>Mounts of the host's table after a burst, the last one's; before it, the summary's <c>host_mounts</c>.</summary>
    public required int HostMountsAfter { get; init; }

    /// <summary>Mounts in a container's namespace after its start, where that existed before; else null.</summary>
    public required int? ContainerMounts { get; init; }

    // More of the CPU time than this went to others: the figures say something of them too.
    private const double Disturbed = 0.05;

    internal static BurstReport Of(PredictRequest request, BuiltScenario built, IReadOnlyList<BurstResult> results, PredictionReport? prediction, string? untraced)
    {
        var (machine, workload) = (built.Scenario.Machine, built.Scenario.Workload);
        Spread Over(Func<BurstResult, double> figure) => Spread.Of([.. results.Select(figure)]);
        var name = $"measured/{built.Scenario.Runtime.Name}/{workload.Containers}";
        var locks = ContentionRows.Of(name, [.. results.Select(result => result.Contention).OfType<ContentionResult>()], built.Scenario.Kernel);
        var longest = locks.Count > 0 ? locks[0] : null;
        var p99 = Over(result => Summaries.Quantile(result.StartMs, 0.99));
        var makespan = Over(result => result.MakespanMs);
        var summary = new PredictionSummary
        {
            Scenario = name,
            Machine = machine.Name,
            Sockets = machine.Sockets,
            Cores = machine.Cores,
            Smt = machine.SmtPerCore,
            Kernel = HostScenario.KernelRelease,
            Runtime = built.Scenario.Runtime.Name,
            Containers = workload.Containers,
            Concurrency = workload.MostInFlight,
            Layers = workload.Layers,
            Volumes = workload.Volumes,
            HostMounts = results[0].HostMountsBefore,
            Profile = "",
            Replications = results.Count,
            Seed = request.Seed,
            StartP50Ms = Over(result => Summaries.Quantile(result.StartMs, 0.5)).Mean,
            StartP95Ms = Over(result => Summaries.Quantile(result.StartMs, 0.95)).Mean,
            StartP99Ms = p99.Mean,
            StartMaxMs = Over(result => Summaries.Quantile(result.StartMs, 1)).Mean,
            StartP99CiLowMs = p99.Low,
            StartP99CiHighMs = p99.High,
            MakespanMs = makespan.Mean,
            MakespanCiLowMs = makespan.Low,
            MakespanCiHighMs = makespan.High,
            ContainersPerS = 1000 * workload.Containers / makespan.Mean,
            SysCpuMs = Over(result => result.KernelCpuMs).Mean,
            SpinCpuMs = double.NaN,
            Bottleneck = longest?.Lock ?? "",
            BottleneckUtilization = double.NaN,
            BottleneckWaitMs = longest?.WaitTotalMs ?? double.NaN,
            MountOperations = (long)built.Scenario.MountOperations() * workload.Containers,
        };
        return new BurstReport(summary, [.. results.SelectMany(result => result.StartMs).Order()], Merge(results), locks, prediction, [.. Remarks(results, untraced)])
        {
            HostMountsAfter = results[^1].HostMountsAfter,
            ContainerMounts = results[^1].ContainerMounts,
        };
    }

    private static IReadOnlyList<OperationTime> Merge(IReadOnlyList<BurstResult> results) =>
    [
        .. results.SelectMany(result => result.Operations).GroupBy(time => time.Operation, StringComparer.Ordinal)
            .Select(group => new OperationTime(group.Key, group.Sum(time => time.Count), group.Sum(time => time.TotalNs)))
            .OrderByDescending(time => time.TotalNs),
    ];

    private static IEnumerable<string> Remarks(IReadOnlyList<BurstResult> results, string? untraced)
    {
        if (untraced is not null) yield return untraced;
        var lost = results.Sum(result => result.Contention?.Lost ?? 0);
        if (lost > 0) yield return string.Create(CultureInfo.InvariantCulture, $"{lost} contention events were lost to full buffers: the locks' waits are too low.");
        var (others, stolen) = (results.Max(result => result.Interference), results.Max(result => result.Stolen));
        if (others > Disturbed)
            yield return string.Create(CultureInfo.InvariantCulture, $"Others used up to {others:P0} of the CPU time during a burst: the figures are disturbed.");
        if (stolen > Disturbed)
            yield return string.Create(CultureInfo.InvariantCulture, $"The hypervisor took up to {stolen:P0} of the CPU time during a burst: the figures are disturbed.");
    }
}
