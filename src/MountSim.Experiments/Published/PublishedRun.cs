using MountSim.Model.Costs;
using MountSim.Model.Simulation;

namespace MountSim.Experiments.Published;

/// <summary>What the cases of one run share: the seed, and storms that several of them look at.</summary>
internal sealed class PublishedRun(PublishedRequest request, CancellationToken cancellation)
{
    private const double PsPerMs = 1e9;

    private readonly Dictionary<PredictRequest, IReadOnlyList<StormResult>> _storms = [];

    public long Seed => request.Seed;

    /// <summary>Replications of a scenario, simulated once.</summary>
    public IReadOnlyList<StormResult> Storms(PredictRequest scenario)
    {
        if (_storms.TryGetValue(scenario, out var known)) return known;
        var built = ScenarioBuilder.Build(scenario).Scenario;
        var jobs = Enumerable.Range(0, request.Replications).Select(i => (built, Replicator.SeedOf(request.Seed, i))).ToList();
        return _storms[scenario] = Replicator.Run(jobs, request.Threads, null, cancellation);
    }

    /// <summary>A figure of every replication, as mean with its 95 % interval.</summary>
    public Interval Of(PredictRequest scenario, Func<StormResult, double> figure) => ToInterval([.. Storms(scenario).Select(figure)]);

    /// <summary>A figure of two scenarios under the same random numbers, one over the other.</summary>
    public Interval Ratio(PredictRequest over, PredictRequest under, Func<StormResult, double> figure) => OfBoth(over, under, (a, b) => figure(a) / figure(b));

    /// <summary>A figure of two scenarios under the same random numbers.</summary>
    public Interval OfBoth(PredictRequest one, PredictRequest other, Func<StormResult, StormResult, double> figure) =>
        ToInterval([.. Storms(one).Zip(Storms(other), figure)]);

    /// <summary>Costs of operations alone, over replications.</summary>
    public Interval OfSeeds(Func<long, double> figure) =>
        ToInterval([.. Enumerable.Range(0, request.Replications).Select(i => figure(Replicator.SeedOf(request.Seed, i)))]);

    /// <summary>The median start of a replication, ms.</summary>
    public static double StartMs(StormResult result)
    {
        var sorted = result.StartPs.Order().ToList();
        return sorted[(sorted.Count - 1) / 2] / PsPerMs;
    }

    private static Interval ToInterval(IReadOnlyList<double> values)
    {
        var spread = Spread.Of(values);
        return new Interval(spread.Mean, spread.Low, spread.High);
    }
}
