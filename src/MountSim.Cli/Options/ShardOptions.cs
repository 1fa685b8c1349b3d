using System.CommandLine;
using MountSim.Experiments.Requests;
using MountSim.Experiments.Shards;
using MountSim.Model;

namespace MountSim.Cli.Options;

/// <summary>Which shard of how many, and where its part goes.</summary>
/// <param name="noun">What is dealt out.</param>
/// <param name="alone">True for a verb that does nothing else.</param>
internal sealed class ShardOptions(string noun, bool alone)
{
    /// <summary>The heading of a verb that can do more than a shard.</summary>
    public const string Title = "Many machines";

    private readonly TextOption shard = new("--shard", "I/N", $"The shard, I from 0 to N - 1; by default what the scheduler says: {string.Join(", ", ArrayIndex.Variables)}");
    private readonly IntegerOption shards = new("--shards", "Shards in all, where the scheduler says an index alone or an array with holes", 1, Experiments.Shards.Shard.Most);
    private readonly TextOption folder = new("--out", "DIR", $"{(alone ? "Folder" : "Compute one shard into a folder")} that all shards of a {noun} write to; made when it is not there") { Required = alone };

    /// <summary>In the order of the help.</summary>
    public IReadOnlyList<Option> All => [shard, shards, folder];

    /// <summary>The folder; null where no shard is asked for.</summary>
    /// <exception cref="ModelException">A shard is, and no folder.</exception>
    public string? Folder(ParseResult parsed)
    {
        if (parsed.GetValue(folder) is { } path) return path;
        if (parsed.GetValue(shard) is { } text) throw Homeless(shard, text);
        if (parsed.GetValue(shards) is { } all) throw Homeless(shards, Numbers.Text(all));
        return null;
    }

    /// <summary>The shard that the command line or the scheduler asks for.</summary>
    /// <exception cref="ModelException">Neither does, or they do not agree.</exception>
    public Shard Shard(ParseResult parsed, Session session)
    {
        if (parsed.GetValue(shard) is not { } text) return ArrayIndex.Of(session.Environment, parsed.GetValue(shards));
        var mine = Experiments.Shards.Shard.Parse(shard.Name, text);
        return parsed.GetValue(shards) is { } all && all != mine.Count ? throw new ModelException(shards.Name, $"found '{Numbers.Text(all)}' with {shard.Name} {mine}; allowed: one of the two") : mine;
    }

    private ModelException Homeless(Option option, string text) => new(option.Name, $"found '{text}' without {folder.Name}; allowed: with {folder.Name} DIR, where the shard's part goes");
}
