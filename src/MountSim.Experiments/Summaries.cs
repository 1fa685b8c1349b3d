using MountSim.Model.Simulation;

namespace MountSim.Experiments;

/// <summary>Makes the row of a scenario of its replications.</summary>
internal static class Summaries
{
    private const double PsPerMs = 1e9;

    /// <summary>The row: quantiles over the starts of a replication, means over replications.</summary>
    public static PredictionSummary Of(long seed, Scenario scenario, IReadOnlyList<StormResult> results)
    {
        var sorted = results.Select(StartsMs).ToList();
        double Mean(double q) => sorted.Average(starts => Quantile(starts, q));
        var p99 = P99Of(results);
        var makespan = Spread.Of([.. results.Select(MakespanMsOf)]);
        var bottleneck = Bottleneck.Of(results);
        return new PredictionSummary
        {
            Scenario = $"{scenario.Machine.Name}/{scenario.Kernel.Name}/{scenario.Runtime.Name}/{scenario.Workload.Containers}",
            Machine = scenario.Machine.Name,
            Sockets = scenario.Machine.Sockets,
            Cores = scenario.Machine.Cores,
            Smt = scenario.Machine.SmtPerCore,
            Kernel = scenario.Kernel.Name,
            Runtime = scenario.Runtime.Name,
            Containers = scenario.Workload.Containers,
            Concurrency = scenario.Workload.MostInFlight,
            Layers = scenario.Workload.Layers,
            Volumes = scenario.Workload.Volumes,
            HostMounts = scenario.Workload.HostMounts,
            Profile = scenario.Costs.ProfileName,
            Replications = results.Count,
            Seed = seed,
            StartP50Ms = Mean(0.5),
            StartP95Ms = Mean(0.95),
            StartP99Ms = p99.Mean,
            StartMaxMs = Mean(1),
            StartP99CiLowMs = p99.Low,
            StartP99CiHighMs = p99.High,
            MakespanMs = makespan.Mean,
            MakespanCiLowMs = makespan.Low,
            MakespanCiHighMs = makespan.High,
            ContainersPerS = 1000 * scenario.Workload.Containers / makespan.Mean,
            SysCpuMs = results.Average(result => result.SystemCpuPs / PsPerMs),
            SpinCpuMs = results.Average(result => result.SpinCpuPs / PsPerMs),
            Bottleneck = bottleneck.Name,
            BottleneckUtilization = bottleneck.Utilization,
            BottleneckWaitMs = bottleneck.WaitMs,
            MountOperations = results[0].MountOperations,
        };
    }

    /// <summary>The 99th percentile of the starts, over replications.</summary>
    public static Spread P99Of(IReadOnlyList<StormResult> results) => Spread.Of([.. results.Select(P99MsOf)]);

    /// <summary>The 99th percentile of one replication's starts, ms.</summary>
    public static double P99MsOf(StormResult result) => Quantile(StartsMs(result), 0.99);

    /// <summary>The median of one replication's starts, ms.</summary>
    public static double StartP50Ms(StormResult result) => Quantile(StartsMs(result), 0.5);

    /// <summary>One replication's makespan, ms.</summary>
    public static double MakespanMsOf(StormResult result) => result.MakespanPs / PsPerMs;

    private static double[] StartsMs(StormResult result) => [.. result.StartPs.Select(start => start / PsPerMs).Order()];

    /// <summary>A quantile of ascending values by nearest rank: the smallest value that at least the share q of the values does not exceed.</summary>
    public static double Quantile(IReadOnlyList<double> sorted, double q) => sorted[Math.Max(0, (int)Math.Ceiling(q * sorted.Count) - 1)];
}
