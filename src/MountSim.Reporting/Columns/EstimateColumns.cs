using MountSim.Experiments.Shards;

namespace MountSim.Reporting.Columns;

/// <summary>What a sweep will take, in one row. Add columns at the end only.</summary>
public static class EstimateColumns
{
    /// <summary>The columns.</summary>
    /// <param name="threads">Scenarios at a time in a process.</param>
    public static ColumnList<SweepEstimate> Of(int threads) => new ColumnList<SweepEstimate>()
        .Whole("scenarios", row => row.Scenarios)
        .Whole("shards", row => row.Shards)
        .Whole("events", row => row.Events)
        .Real("cpu", "core_hours", row => row.CoreHours)
        .Whole("largest_shard_scenarios", row => row.LargestShardScenarios)
        .Real("largest_shard_time", "s", row => row.LargestShardSeconds / threads)
        .Share("imbalance", row => row.Imbalance)
        .Whole("threads", _ => threads)
        .Real("memory", "mib", row => row.MemoryMiB(threads));
}
