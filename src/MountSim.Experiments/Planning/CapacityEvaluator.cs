using MountSim.Experiments.Requests;
using MountSim.Model.Simulation;

namespace MountSim.Experiments.Planning;

/// <summary>Simulates the values of a search, each once; more replications of it only where they may decide.</summary>
internal sealed class CapacityEvaluator(CapacityQuestion question, Action<int> done, CancellationToken cancellation)
{
    private readonly RequestField field = RequestFields.Find(question.Vary, "--vary");
    private readonly Dictionary<double, Samples> tried = [];

    /// <summary>Values tried, ascending.</summary>
    public IEnumerable<double> Values => tried.Keys.Order();

    /// <summary>The nearest value that the field can have.</summary>
    public double Snap(double value) => field.IsWhole ? Math.Round(value) : double.Round(value, 3);

    /// <summary>The request at a value.</summary>
    public PredictRequest At(double value) => field.Set(question.Request, Numbers.Text(value));

    /// <summary>Simulates until the targets are decided, or until there are as many replications as allowed.</summary>
    public Verdict Decide(double value)
    {
        var samples = Run(value, Math.Max(2, question.Request.Replications));
        while (VerdictOf(samples) == Verdict.Undecided && samples.Rows.Count < question.MaxReplications)
            Run(value, Math.Min(2 * samples.Rows.Count, question.MaxReplications));
        return VerdictOf(samples);
    }

    /// <summary>The mean of the pairs' ratios of the p99 start at a value to that at another, in common replications.</summary>
    public double Growth(double value, double from)
    {
        var (after, before) = (Run(value, Math.Max(2, question.Request.Replications)), Run(from, Math.Max(2, question.Request.Replications)));
        return after.Rows.Zip(before.Rows, (a, b) => a.StartP99Ms / b.StartP99Ms).Average();
    }

    /// <summary>What is known of a value that was tried.</summary>
    public CapacityPoint Point(double value)
    {
        var samples = tried[value];
        return new CapacityPoint(
            value,
            VerdictOf(samples),
            [.. question.Targets.Select(target => Spread.Of([.. samples.Rows.Select(target.Metric.Of)]))],
            Spread.Of([.. samples.Rows.Select(row => row.StartP99Ms)]),
            samples.First,
            samples.Rows.Count);
    }

    private Verdict VerdictOf(Samples samples)
    {
        var margins = question.Targets.Select(target => Spread.Of([.. samples.Rows.Select(row => target.Margin(target.Metric.Of(row)))])).ToList();
        if (margins.Exists(margin => margin.Low > 1)) return Verdict.Misses;
        return margins.TrueForAll(margin => margin.High <= 1) ? Verdict.Holds : Verdict.Undecided;
    }

    // A row each replication: a result's spread over replications is that of its column.
    private Samples Run(double value, int replications)
    {
        var had = tried.GetValueOrDefault(value);
        var from = had?.Rows.Count ?? 0;
        if (had is not null && from >= replications) return had;
        var scenario = had?.Scenario ?? ScenarioBuilder.Build(At(value)).Scenario;
        List<(Scenario, long)> jobs = [.. Enumerable.Range(from, replications - from).Select(i => (scenario, Replicator.SeedOf(question.Request.Seed, i)))];
        var results = Replicator.Run(jobs, question.Request.Threads, () => done(1), cancellation);
        var rows = results.Select(result => Summaries.Of(question.Request.Seed, scenario, [result]));
        if (had is null) return tried[value] = new Samples(scenario, Summaries.Of(question.Request.Seed, scenario, results), [.. rows]);
        had.Rows.AddRange(rows);
        return had;
    }

    private sealed record Samples(Scenario Scenario, PredictionSummary First, List<PredictionSummary> Rows);
}
