using MountSim.Model.Costs;

namespace MountSim.Experiments.Published;

/// <summary>What the cases of one run share: the seed, and storms that several of them look at.</summary>
internal sealed class PublishedRun(PublishedRequest request, CancellationToken cancellation)
{
    private readonly Dictionary<PredictRequest, IReadOnlyList<StormFigures>> _storms = [];

    public long Seed => request.Seed;

    /// <summary>Replications of a scenario, simulated once.</summary>
    public IReadOnlyList<StormFigures> Storms(PredictRequest scenario)
    {
        if (_storms.TryGetValue(scenario, out var known)) return known;
        var built = ScenarioBuilder.Build(scenario).Scenario;
        var jobs = Enumerable.Range(0, request.Replications).Select(i => (built, Replicator.SeedOf(request.Seed, i))).ToList();
        return _storms[scenario] = [.. Replicator.Run(jobs, request.Threads, null, cancellation).Select(StormFigures.Of)];
    }

    /// <summary>A figure of every replication, as mean with its 95 % interval.</summary>
    public Interval Of(PredictRequest scenario, Func<StormFigures, double> figure) => ToInterval([.. Storms(scenario).Select(figure)]);

    /// <summary>
    /// The mean of a figure in one scenario over its mean in another, under the same random numbers: what a report that compares two averages says. Where replications differ
    /// by half, the mean of their ratios would be a larger figure. The interval is that of the ratio estimator's linear form.
    /// </summary>
    public Interval Ratio(PredictRequest over, PredictRequest under, Func<StormFigures, double> figure)
    {
        var mean = Storms(under).Average(figure);
        var ratio = Storms(over).Average(figure) / mean;
        return OfBoth(over, under, (a, b) => ratio + ((figure(a) - (ratio * figure(b))) / mean));
    }

    /// <summary>A figure of two scenarios under the same random numbers.</summary>
    public Interval OfBoth(PredictRequest one, PredictRequest other, Func<StormFigures, StormFigures, double> figure) =>
        ToInterval([.. Storms(one).Zip(Storms(other), figure)]);

    /// <summary>Costs of operations alone, over replications.</summary>
    public Interval OfSeeds(Func<long, double> figure) =>
        ToInterval([.. Enumerable.Range(0, request.Replications).Select(i => figure(Replicator.SeedOf(request.Seed, i)))]);

    private static Interval ToInterval(IReadOnlyList<double> values)
    {
        var spread = Spread.Of(values);
        return new Interval(spread.Mean, spread.Low, spread.High);
    }
}
