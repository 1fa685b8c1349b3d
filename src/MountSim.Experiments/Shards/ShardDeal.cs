using MountSim.Experiments.Fleets;
using MountSim.Experiments.Sweeps;

namespace MountSim.Experiments.Shards;

/// <summary>
/// Which scenarios are whose. In their order, each goes to the shard that has the least work so far, the first of equals (Graham's list scheduling): the
/// largest shard is above the mean by one scenario at most, every machine deals alike, and nothing is kept but a number a shard.
/// </summary>
/// <remarks>R. L. Graham, Bounds on multiprocessing timing anomalies, SIAM J. Appl. Math. 17 (1969), 416-429.</remarks>
public static class ShardDeal
{
    /// <summary>Positions of a shard's scenarios, ascending.</summary>
    /// <param name="plan">The scenarios.</param>
    /// <param name="shard">Whose.</param>
    /// <param name="costs">Prices them.</param>
    public static IEnumerable<long> Positions(SweepPlan plan, Shard shard, EventEstimate costs) =>
        All(plan, shard.Count, costs).Where(dealt => dealt.Shard == shard.Index).Select(dealt => dealt.Position);

    /// <summary>All scenarios in the plan's order, with the shard that each goes to and what it costs.</summary>
    public static IEnumerable<(long Position, int Shard, ScenarioCost Cost)> All(SweepPlan plan, int shards, EventEstimate costs)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(costs);
        return All(Costs(plan, costs), shards).Select((dealt, position) => ((long)position, dealt.Shard, dealt.Cost));
    }

    /// <summary>Places of a shard's scenarios among a fleet's different ones, ascending. Mitigations and the search for the largest burst cost multiples of a burst as planned, which is what is dealt.</summary>
    /// <param name="plan">The scenarios.</param>
    /// <param name="shard">Whose.</param>
    public static IReadOnlyList<int> Positions(FleetPlan plan, Shard shard)
    {
        ArgumentNullException.ThrowIfNull(plan);
        return [.. All(plan.Scenarios.Select(EventEstimate.Of), shard.Count).Index().Where(dealt => dealt.Item.Shard == shard.Index).Select(dealt => dealt.Index)];
    }

    private static IEnumerable<ScenarioCost> Costs(SweepPlan plan, EventEstimate costs)
    {
        for (var position = 0L; position < plan.Count; position++) yield return costs.Of(plan.SettingsAt(position));
    }

    private static IEnumerable<(int Shard, ScenarioCost Cost)> All(IEnumerable<ScenarioCost> costs, int shards)
    {
        var least = new PriorityQueue<int, (long Work, int Index)>();
        for (var index = 0; index < shards; index++) least.Enqueue(index, (0, index));
        foreach (var cost in costs)
        {
            least.TryDequeue(out var shard, out var load);
            least.Enqueue(shard, (load.Work + cost.Events, shard));
            yield return (shard, cost);
        }
    }
}
