using MountSim.Calibration.Profiles;
using MountSim.Model.Simulation;

namespace MountSim.Experiments;

/// <summary>The main job: a prediction of one scenario.</summary>
public static class Predictor
{
    private const double PsPerMs = 1e9;

    /// <summary>Begins to read, on threads of the pool, what a prediction needs when nothing is said; one that is asked for meanwhile waits for it. Never needed, and soon done.</summary>
    public static void Prepare()
    {
        var unsaid = new PredictRequest();
        _ = Task.Run(() => LoadedModels.Kernel(unsaid.Kernel));
        _ = Task.Run(() => (LoadedModels.DefaultProfile, LoadedModels.Runtime(unsaid.Runtime)));
    }

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
        var (results, sensitivity) = Run(built.Scenario, request, [.. Sensitivity.Scenarios(built.Scenario)], progress, cancellation);
        return Report(request, built, results, Sensitivity.Rows(built.Scenario, results[0], sensitivity));
    }

    /// <summary>The same without the runs at the bounds of what is most uncertain: a report without sensitivity.</summary>
    internal static PredictionReport PredictAlone(PredictRequest request, HostProfile profile, CancellationToken cancellation)
    {
        var built = ScenarioBuilder.Build(request, profile);
        return Report(request, built, Run(built.Scenario, request, [], null, cancellation).Results, []);
    }

    /// <summary>
    /// The same prediction for somebody who waits: reports of more and more replications, from the first few to all. Each equals that of a request for so many
    /// replications but for the sensitivity, which only the last report has. A precision is not looked at.
    /// </summary>
    /// <param name="request">What to predict.</param>
    /// <param name="first">Replications of the first report.</param>
    /// <param name="cancellation">Stops at once.</param>
    /// <exception cref="Model.ModelException">A model or an option is not usable; thrown before the first report.</exception>
    public static IEnumerable<PredictionReport> Refine(PredictRequest request, int first, CancellationToken cancellation)
    {
        var built = ScenarioBuilder.Build(request);
        var results = new List<StormResult>();
        while (results.Count < request.Replications)
        {
            var more = Math.Min(Math.Max(first, results.Count), request.Replications - results.Count); // as many again
            results.AddRange(Replicator.Run([.. Jobs(built.Scenario, request.Seed, results.Count, more)], request.Threads, null, cancellation));
            yield return Report(request, built, results, []);
        }

        var bounds = Sensitivity.Scenarios(built.Scenario).Select(bound => (bound, Replicator.SeedOf(request.Seed, 0)));
        var sensitivity = Replicator.Run([.. bounds], request.Threads, null, cancellation);
        yield return Report(request, built, results, Sensitivity.Rows(built.Scenario, results[0], sensitivity));
    }

    /// <summary>The row of the same prediction, without the runs that only a report has a place for.</summary>
    /// <param name="request">What to predict.</param>
    /// <param name="cancellation">Stops at once.</param>
    /// <exception cref="Model.ModelException">A model or an option is not usable.</exception>
    public static PredictionSummary Summarise(PredictRequest request, CancellationToken cancellation)
    {
        var built = ScenarioBuilder.Build(request);
        return Report(request, built, Run(built.Scenario, request, [], null, cancellation).Results, []).Summary;
    }

    private static (List<StormResult> Results, IReadOnlyList<StormResult> OfBounds) Run(
        Scenario scenario, PredictRequest request, IReadOnlyList<Scenario> bounds, IProgress<PredictProgress>? progress, CancellationToken cancellation)
    {
        var first = request.Precision is null ? request.Replications : Math.Min(request.Replications, request.MaxReplications);
        var jobs = Jobs(scenario, request.Seed, 0, first).ToList();
        jobs.AddRange(bounds.Select(bound => (bound, Replicator.SeedOf(request.Seed, 0))));
        var done = 0;
        var total = jobs.Count;
        void Done() => progress?.Report(new PredictProgress(Interlocked.Increment(ref done), total, "replications"));

        var all = Replicator.Run(jobs, request.Threads, Done, cancellation);
        var results = all[..first].ToList();
        while (request.Precision is { } precision && results.Count < request.MaxReplications && Summaries.P99Of(results).RelativeHalfWidth > precision)
        {
            // The half-width shrinks with the square root: as many more as that promises, at least two, at most twice what there is.
            var ratio = Summaries.P99Of(results).RelativeHalfWidth / precision;
            var wanted = (int)Math.Min(2.0 * results.Count, Math.Ceiling(results.Count * ratio * ratio) - results.Count);
            var more = Math.Min(Math.Max(2, wanted), request.MaxReplications - results.Count);
            total += more;
            results.AddRange(Replicator.Run([.. Jobs(scenario, request.Seed, results.Count, more)], request.Threads, Done, cancellation));
        }

        return (results, all[first..]);
    }

    private static IEnumerable<(Scenario Scenario, long Seed)> Jobs(Scenario scenario, long seed, int from, int count) =>
        Enumerable.Range(from, count).Select(i => (scenario, Replicator.SeedOf(seed, i)));

    private static PredictionReport Report(
        PredictRequest request, BuiltScenario built, List<StormResult> results, IReadOnlyList<SensitivityRow> sensitivity)
    {
        var summary = Summaries.Of(request.Seed, built.Scenario, results);
        return new PredictionReport(
            summary,
            LockTable.Of(summary.Scenario, results),
            [.. results.SelectMany(result => result.StartPs).Select(start => start / PsPerMs).Order()],
            built.Settings,
            built.Notes,
            Breakdown(results),
            sensitivity,
            Bottleneck.Of(results).Sentence(summary.StartP99Ms, built.Scenario.Machine.Cpus),
            results.Sum(result => result.Events))
        {
            StartP50Ms = [.. results.Select(Summaries.StartP50Ms)],
            Utilization = UtilizationOverTime.Of(results),
        };
    }

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
