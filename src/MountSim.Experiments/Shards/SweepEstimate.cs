using MountSim.Experiments.Sweeps;

namespace MountSim.Experiments.Shards;

/// <summary>What a sweep will take, by measured laws: events by <see cref="EventEstimate"/>, CPU time by events and scenarios, memory by the largest scenario.</summary>
/// <param name="Scenarios">Scenarios.</param>
/// <param name="Shards">Parts they are dealt out to.</param>
/// <param name="Events">Simulated events of all.</param>
/// <param name="LargestShardScenarios">Scenarios of the shard that takes longest.</param>
/// <param name="LargestShardEvents">Its events.</param>
/// <param name="MostContainers">Containers of the largest scenario.</param>
public sealed record SweepEstimate(long Scenarios, int Shards, long Events, long LargestShardScenarios, long LargestShardEvents, int MostContainers)
{
    // docs/scale.md has the runs that these come from, and how far they were off.
    private const double SecondsPerEvent = 200e-9, SecondsPerScenario = 0.5e-3;
    private const double BaseMiB = 128, MiBPerContainerAndThread = 1.0 / 128;

    /// <summary>CPU time of all scenarios, hours of one core.</summary>
    public double CoreHours => Seconds(Events, Scenarios) / 3600;

    /// <summary>CPU time of the largest shard, seconds of one core.</summary>
    public double LargestShardSeconds => Seconds(LargestShardEvents, LargestShardScenarios);

    /// <summary>How far the largest shard is above the mean, as a share of it.</summary>
    public double Imbalance => ((double)LargestShardEvents * Shards / Events) - 1;

    /// <summary>Memory of a process that runs so many scenarios at a time, MiB.</summary>
    public double MemoryMiB(int threads) => BaseMiB + (threads * MostContainers * MiBPerContainerAndThread);

    /// <summary>Prices a plan; looks at every scenario, and simulates none.</summary>
    /// <param name="plan">The scenarios.</param>
    /// <param name="shards">Parts.</param>
    /// <param name="costs">Prices them.</param>
    /// <param name="cancellation">Stops at once.</param>
    public static SweepEstimate Of(SweepPlan plan, int shards, EventEstimate costs, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(costs);
        var (events, scenarios) = (new long[shards], new long[shards]);
        var most = 0;
        foreach (var (position, shard, cost) in ShardDeal.All(plan, shards, costs))
        {
            if (position % 1024 == 0) cancellation.ThrowIfCancellationRequested();
            events[shard] += cost.Events;
            scenarios[shard]++;
            most = Math.Max(most, cost.Containers);
        }
        var largest = Array.IndexOf(events, events.Max());
        return new SweepEstimate(plan.Count, shards, events.Sum(), scenarios[largest], events[largest], most);
    }

    private static double Seconds(long events, long scenarios) => (events * SecondsPerEvent) + (scenarios * SecondsPerScenario);
}
