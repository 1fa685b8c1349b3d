using MountSim.Model.Files;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;
using YamlDotNet.RepresentationModel;

namespace MountSim.Model.Yaml;

/// <summary>Reads one YAML document into a node tree that knows its positions; no reflection, no aliases, bounded depth.</summary>
public static class YamlFile
{
    private const int MaxDepth = 100;
    private const int MostMiB = 4; // a node of the tree takes a hundred times the memory of its text

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
            stream.Load(new TreeParser(new Parser(reader), file));
        }
        catch (YamlException e)
        {
            throw new ModelException($"{file}:{e.Start.Line}:{e.Start.Column}", $"not valid YAML: {e.Message}");
        }
        catch (Exception e) when (e is InvalidOperationException or ArgumentException)
        {
            // YamlDotNet's parser gives up without a place on some unfinished texts (an open bracket at the end).
            var lastLine = text.Count(c => c == '\n') + 1;
            throw new ModelException($"{file}:{lastLine}:1", $"not valid YAML: a bracket, quote or mapping does not end ({e.Message})");
        }

        if (stream.Documents.Count != 1)
            throw new ModelException($"{file}:1:1", $"found {stream.Documents.Count} YAML documents; allowed: exactly one");
        return new YamlValue(stream.Documents[0].RootNode, file, "document").AsMap();
    }

    /// <summary>Reads and parses a file.</summary>
    /// <exception cref="ModelException">It cannot be read, or as <see cref="Parse"/>.</exception>
    public static YamlMap Read(string path) => Parse(InputFile.Text(path, MostMiB), path);

    /// <summary>A parser for a tree of nodes, which is built by recursion, and which an alias may make a circle: both would end the process, not the call.</summary>
    private sealed class TreeParser(Parser parser, string file) : IParser
    {
        private int _depth;

        public ParsingEvent? Current => parser.Current;

        public bool MoveNext()
        {
            if (!parser.MoveNext()) return false;
            _depth += parser.Current!.NestingIncrease;
            if (parser.Current is AnchorAlias alias)
                throw new ModelException(PlaceOf(alias), $"found the alias '*{alias.Value}'; aliases are not supported, allowed: the value itself");
            if (_depth > MaxDepth)
                throw new ModelException(PlaceOf(parser.Current), $"nested deeper than {MaxDepth} levels");
            return true;
        }

        private string PlaceOf(ParsingEvent at) => $"{file}:{at.Start.Line}:{at.Start.Column}";
    }
}
