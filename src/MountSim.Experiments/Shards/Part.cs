using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using MountSim.Model;
using MountSim.Model.Files;

namespace MountSim.Experiments.Shards;

/// <summary>
/// The file of one shard's rows, as lines of JSON: a header, then a scenario a line in the order of the work. It is written whole under another name and renamed, so
/// that a file with its name is a shard that is done.
/// </summary>
/// <param name="Path">Where it is.</param>
/// <param name="Header">Its first line.</param>
public sealed record Part(string Path, PartHeader Header)
{
    private const string Prefix = "part-", Suffix = ".jsonl";
    private const int LongestLine = 1024 * 1024; // a scenario's is two thousand

    /// <summary>The file of a shard.</summary>
    public static string PathOf(string folder, Shard shard) => System.IO.Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"{Prefix}{shard.Index:00000}-of-{shard.Count:00000}{Suffix}"));

    /// <summary>Files in a folder that are named as parts, in the order of their names.</summary>
    public static IEnumerable<string> PathsIn(string folder) => Directory.EnumerateFiles(folder, $"{Prefix}*{Suffix}").Order(StringComparer.Ordinal);

    /// <summary>Opens a part.</summary>
    /// <exception cref="ModelException">It is damaged.</exception>
    public static Part Open(string path)
    {
        using var reader = Reader(path);
        return new Part(path, Parse(path, 1, ReadLine(reader, path, 1), line => JsonSerializer.Deserialize(line, ShardJsonContext.Default.PartHeader)));
    }

    /// <summary>Writes a part of a sweep.</summary>
    /// <param name="stream">Where to.</param>
    /// <param name="header">The first line.</param>
    /// <param name="lines">The others, ascending.</param>
    public static void Write(Stream stream, PartHeader header, IEnumerable<PartLine> lines) => Write(stream, header, lines, ShardJsonContext.Default.PartLine);

    /// <summary>Writes a part of a fleet.</summary>
    /// <param name="stream">Where to.</param>
    /// <param name="header">The first line.</param>
    /// <param name="lines">The others, ascending.</param>
    public static void Write(Stream stream, PartHeader header, IEnumerable<FleetLine> lines) => Write(stream, header, lines, FleetPartJson.Default.FleetLine);

    /// <summary>Opens a part to be read line by line, from a byte on.</summary>
    /// <exception cref="ModelException">It cannot be opened or is no file.</exception>
    internal static StreamReader Reader(string path, long offset = 0)
    {
        try
        {
            var stream = InputFile.Open(path);
            stream.Seek(offset, SeekOrigin.Begin);
            return new StreamReader(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), detectEncodingFromByteOrderMarks: false);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            throw new ModelException(path, $"cannot be read: {failure.Message}");
        }
    }

    /// <summary>The next line; null at the end. A line ends in a line feed and in nothing else, so that its bytes can be counted.</summary>
    /// <exception cref="ModelException">The line is longer than a scenario can be.</exception>
    internal static string? ReadLine(StreamReader reader, string path, int number)
    {
        if (reader.Peek() < 0) return null;
        var line = new StringBuilder();
        while (reader.Read() is >= 0 and var character && character != '\n')
        {
            if (line.Length >= LongestLine) throw Damaged(path, number, string.Create(CultureInfo.InvariantCulture, $"is longer than {LongestLine} characters"));
            line.Append((char)character);
        }
        return line.ToString();
    }

    /// <summary>Reads one line of a part.</summary>
    internal static T Parse<T>(string path, int number, string? text, Func<string, T?> read)
        where T : class
    {
        try
        {
            return text is null ? throw Damaged(path, number, "is missing") : read(text) ?? throw Damaged(path, number, "is null");
        }
        catch (JsonException failure)
        {
            throw Damaged(path, number, $"cannot be read ({failure.Message})");
        }
    }

    /// <summary>What is said of a part that somebody cut or changed.</summary>
    internal static ModelException Damaged(string path, int line, string what) =>
        new(string.Create(CultureInfo.InvariantCulture, $"{path}:{line}"), $"{what}: the part is damaged; remove it and run its shard again");

    private static void Write<T>(Stream stream, PartHeader header, IEnumerable<T> lines, JsonTypeInfo<T> type)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(lines);
        JsonSerializer.Serialize(stream, header, ShardJsonContext.Default.PartHeader);
        stream.WriteByte((byte)'\n');
        foreach (var line in lines)
        {
            JsonSerializer.Serialize(stream, line, type);
            stream.WriteByte((byte)'\n');
        }
    }
}
