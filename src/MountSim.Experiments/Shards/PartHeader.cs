namespace MountSim.Experiments.Shards;

/// <summary>The first line of a part: whose rows follow.</summary>
/// <param name="Format">Name and version of this layout.</param>
/// <param name="Hash">Of the sweep's plan or of the fleet's.</param>
/// <param name="Version">The program's.</param>
/// <param name="Seed">The scenarios' seeds.</param>
/// <param name="Shard">Its index, from 0.</param>
/// <param name="Shards">Parts in all.</param>
/// <param name="Lines">Lines that follow, a scenario each.</param>
/// <param name="Failures">How many of them are of scenarios that failed.</param>
public sealed record PartHeader(string Format, string Hash, string Version, string Seed, int Shard, int Shards, int Lines, int Failures)
{
    /// <summary>The header of a shard's part.</summary>
    public static PartHeader Of(ShardedWork work, Shard shard, int lines, int failures)
    {
        ArgumentNullException.ThrowIfNull(work);
        return new PartHeader(work.Kind.PartFormat, work.Hash, work.Version, work.Seed, shard.Index, shard.Count, lines, failures);
    }

    /// <summary>Why it is no part of some work; null when it is one.</summary>
    public string? WhyNot(ShardedWork work)
    {
        ArgumentNullException.ThrowIfNull(work);
        return Difference(work) is { } difference ? Model.OneLine.Of(difference) : null;
    }

    private string? Difference(ShardedWork work) =>
        Format != work.Kind.PartFormat ? $"is of format '{Format}'; allowed: {work.Kind.PartFormat}"
            : Hash != work.Hash ? $"is of {work.Kind.Other} ({Hash}, and the folder's is {work.Hash})"
            : Version != work.Version ? $"was computed by version {Version}, and the folder's is {work.Version}"
            : Shards != work.Shards ? $"is one of {Requests.Numbers.Text(Shards)} shards, and the folder's {work.Kind.Noun} has {Requests.Numbers.Text(work.Shards)}"
            : Seed != work.Seed ? $"has seed {Seed}, and the folder's {work.Kind.Noun} {work.Seed}"
            : null;
}
