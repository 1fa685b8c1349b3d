using MountSim.Experiments.Shards;

namespace MountSim.Reporting.Columns;

/// <summary>One row a shard of a folder. Add columns at the end only.</summary>
public static class ShardColumns
{
    /// <summary>The columns.</summary>
    public static ColumnList<ShardState> All { get; } = new ColumnList<ShardState>()
        .Whole("shard", row => row.Shard)
        .Text("state", row => row.Word)
        .Whole("scenarios", row => row.Scenarios)
        .Whole("failures", row => row.Failures)
        .Text("problem", row => row.Problem);
}
