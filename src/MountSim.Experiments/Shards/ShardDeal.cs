using MountSim.Experiments.Sweeps;

namespace MountSim.Experiments.Shards;

/// <summary>
/// Which scenarios are whose. In the plan's order, each goes to the shard that has the least work so far, the first of equals (Graham's list scheduling): the
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
        var least = new PriorityQueue<int, (long Work, int Index)>();
        for (var index = 0; index < shards; index++) least.Enqueue(index, (0, index));
        for (var position = 0L; position < plan.Count; position++)
        {
            least.TryDequeue(out var shard, out var load);
            var cost = costs.Of(plan.SettingsAt(position));
            least.Enqueue(shard, (load.Work + cost.Events, shard));
            yield return (position, shard, cost);
        }
    }
}
