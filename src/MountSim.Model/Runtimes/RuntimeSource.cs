using MountSim.Model.Yaml;

namespace MountSim.Model.Runtimes;

/// <summary>A runtime file after the files it extends and includes were merged in, before its laws are read: the laws need all names.</summary>
internal sealed class RuntimeSource
{
    private const string IncludeKey = "include";

    private readonly List<string> includes = [];
    private readonly List<KeyValuePair<string, VariableSource>> variables = [];

    public IReadOnlyList<string> Includes => includes;

    /// <summary>Variables in slot order: those of included runtimes first, each with the law of the outermost file that sets it.</summary>
    public IReadOnlyList<KeyValuePair<string, VariableSource>> Variables => variables;

    public IReadOnlyList<YamlValue> Start { get; private set; } = [];

    public IReadOnlyList<YamlValue> Stop { get; private set; } = [];

    public required YamlValue HostMountsLeft { get; init; }

    public required YamlValue ContainerMountsLeft { get; init; }

    public required bool NamespaceBeforeStart { get; init; }

    /// <summary>Merges a file.</summary>
    /// <param name="file">Its top level.</param>
    /// <param name="within">Names of the files that led here, to refuse circles.</param>
    public static RuntimeSource Read(YamlMap file, IReadOnlyList<string> within)
    {
        file.AllowOnly("name", "title", "source", "extends", "namespace_before_start", "mounts_left", "variables", "start", "stop");
        var name = file.Require("name");
        if (within.Contains(name.AsText()))
            throw new ModelException(name.Place, $"'{name.AsText()}' includes itself: {string.Join(" -> ", within)} -> {name.AsText()}");
        var path = within.Append(name.AsText()).ToList();
        var parent = file.Find("extends") is { } extends ? Open(extends, path) : null;
        var left = file.Find("mounts_left")?.AsMap();
        left?.AllowOnly("host", "container");
        var source = new RuntimeSource
        {
            HostMountsLeft = left?.Find("host") ?? parent?.HostMountsLeft ?? file.Require("mounts_left").AsMap().Require("host"),
            ContainerMountsLeft =
                left?.Find("container") ?? parent?.ContainerMountsLeft ?? file.Require("mounts_left").AsMap().Require("container"),
            NamespaceBeforeStart = file.Flag("namespace_before_start", parent?.NamespaceBeforeStart ?? false),
        };
        if (parent is not null)
            source.Take(parent, file.Require("extends").AsText());
        source.Start = source.Splice(file.Find("start"), path, included => included.Start) ?? parent?.Start ?? file.Require("start").AsList();
        source.Stop = source.Splice(file.Find("stop"), path, included => included.Stop) ?? parent?.Stop ?? file.Require("stop").AsList();
        source.TakeVariables(file.Find("variables")?.AsMap());
        return source;
    }

    private static RuntimeSource Open(YamlValue reference, IReadOnlyList<string> path)
    {
        try
        {
            return Read(RuntimeCatalog.Files.Open(reference.AsText()), path);
        }
        catch (ModelException e) when (e.Place == "runtime")
        {
            throw new ModelException(reference.Place, e.Message);
        }
    }

    private List<YamlValue>? Splice(YamlValue? steps, IReadOnlyList<string> path, Func<RuntimeSource, IReadOnlyList<YamlValue>> phase)
    {
        if (steps is null)
            return null;
        var spliced = new List<YamlValue>();
        foreach (var step in steps.AsList())
        {
            if (step.AsMap().Find(IncludeKey) is not { } reference)
            {
                spliced.Add(step);
                continue;
            }

            step.AsMap().AllowOnly(IncludeKey);
            var included = Open(reference, path);
            Take(included, reference.AsText());
            spliced.AddRange(phase(included));
        }

        return spliced;
    }

    private void Take(RuntimeSource included, string name)
    {
        foreach (var nested in included.Includes.Prepend(name).Where(nested => !includes.Contains(nested)))
            includes.Add(nested);
        foreach (var (variable, law) in included.Variables)
            Set(variable, law);
    }

    private void TakeVariables(YamlMap? map)
    {
        foreach (var name in map?.Keys ?? [])
        {
            var inherited = variables.Find(variable => variable.Key == name).Value;
            Set(name, VariableSource.Read(map!.Require(name), inherited));
        }
    }

    private void Set(string name, VariableSource law)
    {
        var at = variables.FindIndex(variable => variable.Key == name);
        if (at < 0)
            variables.Add(new(name, law));
        else
            variables[at] = new(name, law);
    }
}
