namespace MountSim.Experiments.Shards;

/// <summary>What a folder has of one shard.</summary>
/// <param name="Shard">Its index.</param>
/// <param name="Scenarios">Scenarios in its part; null without one.</param>
/// <param name="Failures">How many of them failed; null without one.</param>
/// <param name="Problem">Why its part cannot be merged; null when nothing is wrong or there is none.</param>
public sealed record ShardState(int Shard, int? Scenarios, int? Failures, string? Problem)
{
    /// <summary>True when its part can be merged.</summary>
    public bool IsDone => Scenarios is not null && Problem is null;

    /// <summary>One word.</summary>
    public string Word => Problem is not null ? "refused" : Scenarios is null ? "missing" : Failures > 0 ? "done in part" : "done";
}
