using System.Globalization;
using MountSim.Experiments.Requests;
using MountSim.Model;

namespace MountSim.Experiments.Shards;

/// <summary>One of the parts that the scenarios of a sweep or a fleet are dealt out to.</summary>
/// <param name="Index">From 0, as the indices of Kubernetes, AWS Batch and most job arrays count.</param>
/// <param name="Count">Shards in all.</param>
public readonly record struct Shard(int Index, int Count)
{
    /// <summary>The most shards there can be: beyond any scheduler's array, and a folder of so many files is still listed in a second.</summary>
    public const int Most = 100_000;

    /// <summary>Reads <c>I/N</c>.</summary>
    /// <param name="option">What the text was given as, for messages.</param>
    /// <param name="text">Such as 3/40.</param>
    /// <exception cref="ModelException">It is no shard.</exception>
    public static Shard Parse(string option, string text)
    {
        var parts = text.Split('/');
        return parts.Length == 2 && Numbers.TryWhole(parts[0], out var index) && Numbers.TryWhole(parts[1], out var count) && count is >= 1 and <= Most && index >= 0 && index < count
            ? new Shard((int)index, (int)count)
            : throw new ModelException(option, string.Create(CultureInfo.InvariantCulture, $"found '{text}'; allowed: I/N with N from 1 to {Most} and I from 0 to N - 1, such as 0/40"));
    }

    /// <inheritdoc/>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Index}/{Count}");
}
