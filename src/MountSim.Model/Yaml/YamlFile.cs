using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace MountSim.Model.Yaml;

/// <summary>Reads one YAML document into a node tree that knows its positions; no reflection.</summary>
public static class YamlFile
{
    /// <summary>Parses a text whose top level is a mapping.</summary>
    /// <param name="text">The YAML.</param>
    /// <param name="file">The name that messages use.</param>
    /// <exception cref="ModelException">The text is not YAML, is empty, holds several documents or is not a mapping.</exception>
    public static YamlMap Parse(string text, string file)
    {
        var stream = new YamlStream();
        try
        {
            using var reader = new StringReader(text);
            stream.Load(reader);
        }
        catch (YamlException e)
        {
            throw new ModelException($"{file}:{e.Start.Line}:{e.Start.Column}", $"not valid YAML: {e.Message}");
        }
        catch (Exception e) when (e is InvalidOperationException or ArgumentException)
        {
            // YamlDotNet's parser gives up without a place on some unfinished texts (an open bracket at the end).
            throw new ModelException($"{file}:{text.Count(c => c == '\n') + 1}:1", $"not valid YAML: a bracket, quote or mapping does not end ({e.Message})");
        }

        if (stream.Documents.Count != 1)
            throw new ModelException($"{file}:1:1", $"found {stream.Documents.Count} YAML documents; allowed: exactly one");
        return new YamlValue(stream.Documents[0].RootNode, file, "document").AsMap();
    }

    /// <summary>Reads and parses a file.</summary>
    /// <exception cref="ModelException">It cannot be read, or as <see cref="Parse"/>.</exception>
    public static YamlMap Read(string path)
    {
        try
        {
            return Parse(File.ReadAllText(path), path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new ModelException(path, $"cannot be read: {e.Message}");
        }
    }
}
