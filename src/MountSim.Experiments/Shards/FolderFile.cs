using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using MountSim.Model;
using MountSim.Model.Files;

namespace MountSim.Experiments.Shards;

/// <summary>Reads the file that says what the parts of a folder are of.</summary>
internal static class FolderFile
{
    /// <summary>What is wrong with a file that does not say all it must.</summary>
    public const string NotWhole = "something is missing or out of range";

    /// <summary>Reads it.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="kind">What the parts must be of.</param>
    /// <param name="type">How it is read.</param>
    /// <param name="format">Name and version of its layout.</param>
    /// <param name="formatOf">What it says of that.</param>
    /// <param name="whyNot">What is wrong with it that the JSON reader does not look at; null when nothing is.</param>
    /// <exception cref="ModelException">There is none, or it is damaged.</exception>
    public static T Read<T>(string folder, ShardKind kind, JsonTypeInfo<T> type, string format, Func<T, string?> formatOf, Func<T, string?> whyNot)
        where T : class
    {
        var path = Path.Combine(folder, kind.FileName);
        if (!File.Exists(path)) throw new ModelException(folder, $"has no {kind.FileName}; allowed: a folder that '{kind.Command}' made");
        try
        {
            var read = JsonSerializer.Deserialize(InputFile.Bytes(path), type);
            var found = read is null ? null : formatOf(read);
            if (read is null || found != format) throw new ModelException(path, $"is of format '{found}'; allowed: {format}");
            return whyNot(read) is { } why ? throw Damaged(path, why) : read;
        }
        catch (JsonException failure)
        {
            throw Damaged(path, failure.Message);
        }
    }

    private static ModelException Damaged(string path, string why) => new(path, $"is damaged ({why}); remove it and run a shard again");
}
