using MountSim.Experiments.Requests;
using MountSim.Model;

namespace MountSim.Experiments.Shards;

/// <summary>What the parts of a folder are of, as the folder's file says it and the first line of each part again.</summary>
/// <param name="Kind">What is dealt out.</param>
/// <param name="Hash">SHA-256 of all that decides the rows; 64 hexadecimal digits.</param>
/// <param name="Version">Of the program that computes the rows, since another may compute other numbers.</param>
/// <param name="Seed">The scenarios' seeds.</param>
/// <param name="Shards">Parts when it is whole.</param>
/// <param name="Scenarios">Scenarios in all.</param>
public sealed record ShardedWork(ShardKind Kind, string Hash, string Version, string Seed, int Shards, long Scenarios)
{
    internal const int HashDigits = 64; // SHA-256
    private const int ShownDigits = 12; // enough to tell two by

    /// <summary>Refuses a folder that is of other work.</summary>
    /// <param name="option">What the folder was given as.</param>
    /// <param name="folder">The folder.</param>
    /// <param name="there">What it is of.</param>
    /// <exception cref="ModelException">What differs.</exception>
    public void CheckAgainst(string option, string folder, ShardedWork there)
    {
        ArgumentNullException.ThrowIfNull(there);
        var difference = there.Kind != Kind ? $"parts of a {there.Kind.Noun}"
            : there.Hash != Hash ? $"{Kind.Other} ({there.Hash[..ShownDigits]}, and this is {Hash[..ShownDigits]})"
            : there.Version != Version ? $"rows of version {there.Version}, and this is {Version}"
            : there.Shards != Shards ? $"{Numbers.Text(there.Shards)} shards, and {Numbers.Text(Shards)} are asked for"
            : null;
        if (difference is not null) throw new ModelException(option, $"'{folder}' holds {difference}; allowed: the same {Kind.Noun}, or another folder");
    }

    /// <summary>True for what a folder's file can say of work.</summary>
    internal bool IsWhole(long leastScenarios) => Hash?.Length == HashDigits && Version is not null && Seed is not null && Shards is >= 1 and <= Shard.Most && Scenarios >= leastScenarios;

    /// <summary>Seeds in a few words, as each part says them.</summary>
    /// <param name="said">Different ones, in the order in which they are said.</param>
    internal static string SeedText(IReadOnlyList<string> said) => said.Count switch
    {
        0 => Numbers.Text(new PredictRequest().Seed),
        1 => said[0],
        _ => $"{said[0]} to {said[^1]}, {Numbers.Text(said.Count)} values",
    };
}
