namespace MountSim.Experiments.Shards;

/// <summary>A scenario in a part of a sweep: its row, or why it has none.</summary>
/// <param name="Position">Its place in the sweep, from 0.</param>
/// <param name="Summary">The row.</param>
/// <param name="Problem">Why there is none.</param>
public sealed record PartLine(long Position, PredictionSummary? Summary, string? Problem) : IPartLine
{
    bool IPartLine.IsWhole() => Summary is null != Problem is null;
}
