using MountSim.Model;
using MountSim.Model.Yaml;

namespace MountSim.Experiments.Planning;

/// <summary>A number that a prediction gives: the columns of its CSV that are results.</summary>
/// <param name="Name">The column's name, with its unit.</param>
/// <param name="Of">Its value in a row.</param>
public sealed record SummaryMetric(string Name, Func<PredictionSummary, double> Of)
{
    /// <summary>All of them, in the order of the columns.</summary>
    public static IReadOnlyList<SummaryMetric> All { get; } =
    [
        new("start_p50_ms", row => row.StartP50Ms),
        new("start_p95_ms", row => row.StartP95Ms),
        new(Comparer.ByStart, row => row.StartP99Ms),
        new("start_max_ms", row => row.StartMaxMs),
        new(Comparer.ByMakespan, row => row.MakespanMs),
        new("containers_per_s", row => row.ContainersPerS),
        new("sys_cpu_ms", row => row.SysCpuMs),
        new("spin_cpu_ms", row => row.SpinCpuMs),
        new("bottleneck_utilization", row => row.BottleneckUtilization),
        new("bottleneck_wait_ms", row => row.BottleneckWaitMs),
        new("mount_operations", row => row.MountOperations),
    ];

    /// <summary>The metric of a name.</summary>
    /// <exception cref="ModelException">There is none.</exception>
    public static SummaryMetric Find(string name, string place)
    {
        if (All.FirstOrDefault(metric => metric.Name == name) is { } found) return found;
        var why = name.Contains("_ci_", StringComparison.Ordinal)
            ? $"'{name}' is an end of an interval, and the search goes by the interval itself; give the column without it"
            : $"there is no result '{name}'; {NearestName.Hint(name, [.. All.Select(metric => metric.Name)])}";
        throw new ModelException(place, why);
    }
}
