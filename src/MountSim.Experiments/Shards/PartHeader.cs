namespace MountSim.Experiments.Shards;

/// <summary>The first line of a part: whose rows follow.</summary>
/// <param name="Format">Name and version of this layout.</param>
/// <param name="Sweep">The plan's hash.</param>
/// <param name="Version">The program's.</param>
/// <param name="Seed">The scenarios' seeds.</param>
/// <param name="Shard">Its index, from 0.</param>
/// <param name="Shards">Parts in all.</param>
/// <param name="Lines">Lines that follow, a scenario each.</param>
/// <param name="Failures">How many of them are of scenarios that failed.</param>
public sealed record PartHeader(string Format, string Sweep, string Version, string Seed, int Shard, int Shards, int Lines, int Failures)
{
    /// <summary>The layout that this version writes and reads.</summary>
    public const string CurrentFormat = "mountsim-sweep-part/1";

    /// <summary>The header of a shard of a sweep.</summary>
    public static PartHeader Of(SweepFile sweep, Shard shard, int lines, int failures)
    {
        ArgumentNullException.ThrowIfNull(sweep);
        return new PartHeader(CurrentFormat, sweep.Sweep, sweep.Version, sweep.Seed, shard.Index, shard.Count, lines, failures);
    }

    /// <summary>Why it is no part of a sweep; null when it is one.</summary>
    public string? WhyNot(SweepFile sweep)
    {
        ArgumentNullException.ThrowIfNull(sweep);
        return Difference(sweep) is { } difference ? Model.OneLine.Of(difference) : null;
    }

    private string? Difference(SweepFile sweep) =>
        Format != CurrentFormat ? $"is of format '{Format}'; allowed: {CurrentFormat}"
            : Sweep != sweep.Sweep ? $"is of another sweep ({Sweep}, and the folder's is {sweep.Sweep})"
            : Version != sweep.Version ? $"was computed by version {Version}, and the folder's is {sweep.Version}"
            : Shards != sweep.Shards ? $"is one of {Requests.Numbers.Text(Shards)} shards, and the folder's sweep has {Requests.Numbers.Text(sweep.Shards)}"
            : Seed != sweep.Seed ? $"has seed {Seed}, and the folder's sweep {sweep.Seed}"
            : null;
}
