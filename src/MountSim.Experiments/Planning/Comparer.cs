using MountSim.Model.Simulation;

namespace MountSim.Experiments.Planning;

/// <summary>
/// Compares scenarios under common random numbers: replication i of every scenario has the same seed, so it draws the same costs and the same spreads, and what
/// differs is the scenario.
/// </summary>
public static class Comparer
{
    /// <summary>Ranks by the 99th percentile of start times.</summary>
    public const string ByStart = "start_p99_ms";

    /// <summary>Ranks by the time until the last container runs.</summary>
    public const string ByMakespan = "makespan_ms";

    /// <summary>Holds variants against a baseline. Replications, precision, seed and threads are the baseline's.</summary>
    /// <exception cref="Model.ModelException">A model or an option of a scenario is not usable.</exception>
    public static ComparisonReport Compare(PredictRequest baseline, IReadOnlyList<Variant> variants, IProgress<PredictProgress>? progress, CancellationToken cancellation) =>
        Compare(baseline, ScenarioBuilder.Build(baseline), [.. variants.Select(variant => (variant, Build(variant)))], [], null, progress, cancellation);

    /// <summary>Tries all mitigations that apply to a scenario, the best first.</summary>
    /// <param name="baseline">The scenario.</param>
    /// <param name="rankBy"><see cref="ByStart"/> or <see cref="ByMakespan"/>; null: by the makespan, or by the start where starts come at a rate.</param>
    /// <param name="progress">Told of each replication.</param>
    /// <param name="cancellation">Stops at once.</param>
    /// <exception cref="Model.ModelException">A model or an option of the baseline is not usable.</exception>
    public static ComparisonReport Mitigate(PredictRequest baseline, string? rankBy, IProgress<PredictProgress>? progress, CancellationToken cancellation)
    {
        var built = ScenarioBuilder.Build(baseline);
        var plan = MitigationPlan.Of(baseline, built);
        var report = Compare(baseline, built, plan.Applicable, plan.LeftOut, rankBy ?? (baseline.Workload.StartsPerSecond is null ? ByMakespan : ByStart), progress, cancellation);
        var idle = report.Rows.Where(row => row is { Makespan.Ms: 0, StartP99.Ms: 0 }).Select(row => (row.Variant.Name, "changes nothing here"));
        return report with
        {
            Rows = [.. report.Rows.Where(row => row is not { Makespan.Ms: 0, StartP99.Ms: 0 }).OrderBy(row => report.Ranked(row).Ratio).ThenBy(row => row.Variant.Name, StringComparer.Ordinal)],
            LeftOut = [.. report.LeftOut, .. idle],
        };
    }

    private static BuiltScenario Build(Variant variant)
    {
        try
        {
            return ScenarioBuilder.Build(variant.Request);
        }
        catch (Model.ModelException e)
        {
            throw new Model.ModelException($"variant '{variant.Name}'", e.Message);
        }
    }

    private static ComparisonReport Compare(
        PredictRequest baseline,
        BuiltScenario built,
        IReadOnlyList<(Variant Variant, BuiltScenario Built)> variants,
        IReadOnlyList<(string Name, string Why)> leftOut,
        string? rankedBy,
        IProgress<PredictProgress>? progress,
        CancellationToken cancellation)
    {
        List<(Variant Variant, BuiltScenario Built)> all = [(new Variant("baseline", "", baseline), built), .. variants];
        var results = Replicate(baseline, [.. all.Select(one => one.Built.Scenario)], progress, cancellation);
        var before = Pairs.Of(results[0]);
        ComparisonRow Row(int i)
        {
            var after = Pairs.Of(results[i]);
            return new ComparisonRow(
                all[i].Variant,
                Summaries.Of(baseline.Seed, all[i].Built.Scenario, results[i]) with { Scenario = all[i].Variant.Name },
                Difference.Of(before.StartP99Ms, after.StartP99Ms),
                Difference.Of(before.MakespanMs, after.MakespanMs),
                [.. all[i].Built.Notes.Except(built.Notes)]);
        }

        return new ComparisonReport(Row(0), [.. Enumerable.Range(1, variants.Count).Select(Row)], built.Settings, built.Notes, leftOut, rankedBy);
    }

    // All scenarios have as many replications, since they are paired; a precision holds for each of them.
    private static List<StormResult>[] Replicate(PredictRequest baseline, IReadOnlyList<Scenario> scenarios, IProgress<PredictProgress>? progress, CancellationToken cancellation)
    {
        var results = scenarios.Select(_ => new List<StormResult>()).ToArray();
        var (done, total) = (0, 0);
        void Done() => progress?.Report(new PredictProgress(Interlocked.Increment(ref done), total, "replications"));
        var wanted = baseline.Replications;
        while (true)
        {
            var had = results[0].Count;
            total += (wanted - had) * scenarios.Count;
            List<(Scenario, long)> jobs = [.. scenarios.SelectMany(scenario => Enumerable.Range(had, wanted - had).Select(i => (scenario, Replicator.SeedOf(baseline.Seed, i))))];
            var more = Replicator.Run(jobs, baseline.Threads, Done, cancellation);
            for (var i = 0; i < scenarios.Count; i++) results[i].AddRange(more.AsSpan(i * (wanted - had), wanted - had));
            if (baseline.Precision is not { } precision || wanted >= baseline.MaxReplications || results.All(one => Summaries.P99Of(one).RelativeHalfWidth <= precision)) return results;
            wanted = Math.Min(2 * wanted, baseline.MaxReplications);
        }
    }

    private sealed record Pairs(IReadOnlyList<double> StartP99Ms, IReadOnlyList<double> MakespanMs)
    {
        public static Pairs Of(IReadOnlyList<StormResult> results) => new([.. results.Select(Summaries.P99MsOf)], [.. results.Select(Summaries.MakespanMsOf)]);
    }
}
