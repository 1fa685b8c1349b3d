using MountSim.Experiments.Planning;

namespace MountSim.Experiments.Fleets;

/// <summary>Plans a fleet: what a burst takes on a host of each class, how large it may be, and what would help. Equal scenarios are computed once.</summary>
public static class FleetPlanner
{
    private const double Resolution = 0.05; // a twentieth of a burst is less than planners can aim at
    private const long MostContainers = 1_000_000; // what --containers takes

    /// <summary>Answers scenarios of a plan, in their order. What the others of the plan are changes no answer.</summary>
    /// <param name="scenarios">All of a plan's, or a shard's.</param>
    /// <param name="question">What must hold.</param>
    /// <param name="progress">Told of each scenario's part that is done, from any thread.</param>
    /// <param name="cancellation">Stops at once.</param>
    public static IReadOnlyList<FleetAnswer> Answers(IReadOnlyList<PredictRequest> scenarios, FleetQuestion question, IProgress<PredictProgress>? progress, CancellationToken cancellation)
    {
        const int partsOfScenario = 2;
        ArgumentNullException.ThrowIfNull(scenarios);
        ArgumentNullException.ThrowIfNull(question);
        var (done, total) = (0, scenarios.Count * partsOfScenario);
        void Done() => progress?.Report(new PredictProgress(Interlocked.Increment(ref done), total, "half scenarios"));

        // Few scenarios share the threads among their replications, many take one each.
        var threads = question.Threads ?? Environment.ProcessorCount;
        var options = new ParallelOptions { MaxDegreeOfParallelism = Math.Max(1, Math.Min(threads, scenarios.Count)), CancellationToken = cancellation };
        var within = Math.Max(1, threads / Math.Max(1, scenarios.Count));
        var answers = new FleetAnswer[scenarios.Count];
        Parallel.For(0, scenarios.Count, options, i => answers[i] = Answer(scenarios[i] with { Threads = within }, question, Done, cancellation));
        return answers;
    }

    private static FleetAnswer Answer(PredictRequest request, FleetQuestion question, Action done, CancellationToken cancellation)
    {
        var mitigations = Comparer.Mitigate(request, question.RankedBy, null, cancellation);
        done();
        var (largest, isEnd) = Largest(request, question, cancellation);
        done();
        return new FleetAnswer(mitigations.Baseline.Summary, largest, isEnd, FleetMitigation.BestOf(mitigations));
    }

    // From the planned burst up; only where that misses, from one container up to it.
    private static (int? Largest, bool IsEnd) Largest(PredictRequest request, FleetQuestion question, CancellationToken cancellation)
    {
        var planned = request.Workload.Containers;
        var up = Find(planned, (long)planned * question.Furthest);
        if (up.Largest is { } largest) return ((int)largest, up.NextTried is null);
        return planned > 1 && Find(1, planned - 1).Largest is { } fewer ? ((int)fewer, false) : (null, false);

        CapacityReport Find(long from, long to) =>
            Capacity.Find(new CapacityQuestion { Request = request, Targets = question.Targets, From = from, To = Math.Min(to, MostContainers), Resolution = Resolution }, null, cancellation);
    }
}
