using MountSim.Calibration.Profiles;
using MountSim.Model.Simulation;

namespace MountSim.Experiments;

/// <summary>The main job: a prediction of one scenario.</summary>
public static class Predictor
{
    private const double PsPerMs = 1e9;

    /// <summary>Predicts how long the starts take and what binds.</summary>
    /// <param name="request">What to predict.</param>
    /// <param name="progress">Told of each replication.</param>
    /// <param name="cancellation">Stops at once.</param>
    /// <exception cref="Model.ModelException">A model or an option is not usable.</exception>
    public static PredictionReport Predict(PredictRequest request, IProgress<PredictProgress>? progress, CancellationToken cancellation) =>
        Predict(request, null, progress, cancellation);

    /// <summary>The same with a profile that was taken just now, instead of the request's.</summary>
    public static PredictionReport Predict(PredictRequest request, HostProfile? profile, IProgress<PredictProgress>? progress, CancellationToken cancellation)
    {
        var built = ScenarioBuilder.Build(request, profile);
        var (results, sensitivity) = Run(built.Scenario, request, progress, cancellation);
        return Summarise(request, built, results, sensitivity);
    }

    private static (List<StormResult> Results, IReadOnlyList<SensitivityRow> Sensitivity) Run(
        Scenario scenario, PredictRequest request, IProgress<PredictProgress>? progress, CancellationToken cancellation)
    {
        var first = request.Precision is null ? request.Replications : Math.Min(request.Replications, request.MaxReplications);
        var jobs = Jobs(scenario, request.Seed, 0, first).ToList();
        jobs.AddRange(Sensitivity.Scenarios(scenario).Select(bound => (bound, Replicator.SeedOf(request.Seed, 0))));
        var done = 0;
        var total = jobs.Count;
        void Done() => progress?.Report(new PredictProgress(Interlocked.Increment(ref done), total, "replications"));

        var all = Replicator.Run(jobs, request.Threads, Done, cancellation);
        var results = all[..first].ToList();
        while (request.Precision is { } precision && results.Count < request.MaxReplications && P99Of(results).RelativeHalfWidth > precision)
        {
            // The half-width shrinks with the square root: as many more as that promises, at least two, at most twice what there is.
            var ratio = P99Of(results).RelativeHalfWidth / precision;
            var wanted = (int)Math.Min(2.0 * results.Count, Math.Ceiling(results.Count * ratio * ratio) - results.Count);
            var more = Math.Min(Math.Max(2, wanted), request.MaxReplications - results.Count);
            total += more;
            results.AddRange(Replicator.Run([.. Jobs(scenario, request.Seed, results.Count, more)], request.Threads, Done, cancellation));
        }

        return (results, Sensitivity.Rows(scenario, all[first..]));
    }

    private static IEnumerable<(Scenario Scenario, long Seed)> Jobs(Scenario scenario, long seed, int from, int count) =>
        Enumerable.Range(from, count).Select(i => (scenario, Replicator.SeedOf(seed, i)));

    private static PredictionReport Summarise(
        PredictRequest request, BuiltScenario built, List<StormResult> results, IReadOnlyList<SensitivityRow> sensitivity)
    {
        var scenario = built.Scenario;
        var sorted = results.Select(result => result.StartPs.Select(start => start / PsPerMs).Order().ToArray()).ToList();
        double Mean(double q) => sorted.Average(starts => Quantile(starts, q));
        var p99 = P99Of(results);
        var makespan = Spread.Of([.. results.Select(result => result.MakespanPs / PsPerMs)]);
        var bottleneck = Bottleneck.Of(results);
        var name = $"{scenario.Machine.Name}/{scenario.Kernel.Name}/{scenario.Runtime.Name}/{request.Containers}";
        var summary = new PredictionSummary
        {
            Scenario = name,
            Machine = scenario.Machine.Name,
            Sockets = scenario.Machine.Sockets,
            Cores = scenario.Machine.Cores,
            Smt = scenario.Machine.SmtPerCore,
            Kernel = scenario.Kernel.Name,
            Runtime = scenario.Runtime.Name,
            Containers = scenario.Workload.Containers,
            Concurrency = scenario.Workload.Concurrency,
            Layers = scenario.Workload.Layers,
            Volumes = scenario.Workload.Volumes,
            HostMounts = scenario.Workload.HostMounts,
            Profile = scenario.Costs.ProfileName,
            Replications = results.Count,
            Seed = request.Seed,
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
        return new PredictionReport(
            summary,
            LockTable.Of(name, results),
            [.. sorted.SelectMany(starts => starts).Order()],
            built.Settings,
            built.Notes,
            Breakdown(results),
            sensitivity,
            bottleneck.Sentence(p99.Mean, scenario.Machine.Cpus),
            results.Sum(result => result.Events))
        {
            StartP50Ms = [.. sorted.Select(starts => Quantile(starts, 0.5))],
        };
    }

    private static Spread P99Of(List<StormResult> results) =>
        Spread.Of([.. results.Select(result => Quantile([.. result.StartPs.Select(start => start / PsPerMs).Order()], 0.99))]);

    // Nearest rank: the smallest value that at least the share q of the values does not exceed.
    private static double Quantile(double[] sorted, double q) => sorted[Math.Max(0, (int)Math.Ceiling(q * sorted.Length) - 1)];

    private static IReadOnlyList<(string Label, double MeanMs)> Breakdown(List<StormResult> results)
    {
        var parts = StartParts.Of(results);
        var waits = parts.Waits
            .GroupBy(wait => wait.Name, StringComparer.Ordinal)
            .Select(group => ($"waiting for {group.Key}", group.Sum(wait => wait.MeanMs)))
            .Where(part => part.Item2 > 0)
            .OrderByDescending(part => part.Item2);
        return [("runtime's own code", parts.UserMs), ("kernel code", parts.KernelMs), ("waiting for a CPU", parts.RunQueueMs), .. waits];
    }
}
