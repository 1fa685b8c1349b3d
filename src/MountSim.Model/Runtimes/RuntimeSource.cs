using MountSim.Model.Yaml;

namespace MountSim.Model.Runtimes;

/// <summary>A runtime file after the files it extends and includes were merged in, before its laws are read: the laws need all names.</summary>
internal sealed class RuntimeSource
{
    private const string IncludeKey = "include";
    private const string RepeatKey = "repeat";
    private const string StepsKey = "steps";

    private readonly List<string> includes = [];

    // Included under a name: they come after this file's own variables, whose values they are given.
    private readonly List<KeyValuePair<string, VariableSource>> scoped = [];
    private readonly List<KeyValuePair<string, VariableSource>> variables = [];

    public IReadOnlyList<string> Includes => includes;

    /// <summary>Variables in slot order: those of included runtimes first, each with the law of the outermost file that sets it.</summary>
    public IReadOnlyList<KeyValuePair<string, VariableSource>> Variables => variables;

    public IReadOnlyList<StepSource> Start { get; private set; } = [];

    public IReadOnlyList<StepSource> Stop { get; private set; } = [];

    public required YamlValue HostMountsLeft { get; init; }

    public required YamlValue ContainerMountsLeft { get; init; }

    public required bool NamespaceBeforeStart { get; init; }

    /// <summary>Merges a file.</summary>
    /// <param name="file">Its top level.</param>
    /// <param name="within">Names of the files that led here, to refuse circles.</param>
    public static RuntimeSource Read(YamlMap file, IReadOnlyList<string> within)
    {
        file.AllowOnly("name", "title", "source", "describes", "extends", "namespace_before_start", "mounts_left", "variables", "start", "stop");
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
        source.Start = source.Splice(file.Find("start"), path, included => included.Start) ?? parent?.Start ?? Missing(file, "start");
        source.Stop = source.Splice(file.Find("stop"), path, included => included.Stop) ?? parent?.Stop ?? Missing(file, "stop");
        source.TakeVariables(file.Find("variables")?.AsMap());
        foreach (var (variable, law) in source.scoped)
            source.Set(variable, law);
        return source;
    }

    /// <summary>Refuses a file that lacks its steps.</summary>
    private static List<StepSource> Missing(YamlMap file, string key) => throw file.Require(key).Refuse("a list (- item)");

    private static RuntimeSource Open(YamlValue reference, IReadOnlyList<string> path)
    {
        try
        {
            return Read(RuntimeCatalog.Files.Open(reference.AsText()), path);
        }
        catch (ModelException e) when (e.Place == "runtime" || e.Place == reference.AsText())
        {
            throw new ModelException(reference.Place, e.Message);
        }
    }

    private List<StepSource>? Splice(YamlValue? steps, IReadOnlyList<string> path, Func<RuntimeSource, IReadOnlyList<StepSource>> phase)
    {
        if (steps is null)
            return null;
        var spliced = new List<StepSource>();
        foreach (var step in steps.AsList().Select(step => step.AsMap()))
        {
            if (step.Has(IncludeKey))
                spliced.AddRange(Include(step, path, phase));
            else if (step.Has(RepeatKey))
                spliced.Add(new StepSource(step, NameScope.Outermost, Splice(step.Require(StepsKey), path, phase)!));
            else
                spliced.Add(new StepSource(step, NameScope.Outermost, []));
        }

        return spliced;
    }

    private IEnumerable<StepSource> Include(YamlMap step, IReadOnlyList<string> path, Func<RuntimeSource, IReadOnlyList<StepSource>> phase)
    {
        step.AllowOnly(IncludeKey, "as", "with");
        var reference = step.Require(IncludeKey);
        var included = Open(reference, path);
        if (step.Find("as")?.AsText() is not { } name)
        {
            if (step.Find("with") is { } values)
                throw values.Refuse("'with' beside 'as', the name under which the included runtime's variables stand");
            Take(included, reference.AsText());
            return phase(included);
        }

        TakeIncludes(included, reference.AsText());
        var with = step.Find("with")?.AsMap();
        if (with is not null || !variables.Concat(scoped).Any(variable => variable.Key.StartsWith(name + "_", StringComparison.Ordinal)))
            TakeScoped(included, name + "_", with);
        return phase(included).Select(inner => inner.Under(name + "_"));
    }

    private void TakeScoped(RuntimeSource included, string prefix, YamlMap? with)
    {
        foreach (var name in (with?.Keys ?? []).Where(name => included.variables.TrueForAll(variable => variable.Key != name)))
            SetIn(scoped, prefix + name, VariableSource.With(with!.Require(name), null));
        foreach (var (name, source) in included.variables)
            SetIn(scoped, prefix + name, with?.Find(name) is { } law ? VariableSource.With(law, source) : source with { Scope = source.Scope.Under(prefix) });
    }

    private void Take(RuntimeSource included, string name)
    {
        TakeIncludes(included, name);
        foreach (var (variable, law) in included.Variables)
            Set(variable, law);
    }

    private void TakeIncludes(RuntimeSource included, string name)
    {
        foreach (var nested in included.Includes.Prepend(name).Where(nested => !includes.Contains(nested)))
            includes.Add(nested);
    }

    private void TakeVariables(YamlMap? map)
    {
        foreach (var name in map?.Keys ?? [])
        {
            var inherited = variables.Find(variable => variable.Key == name).Value;
            Set(name, VariableSource.Read(map!.Require(name), inherited));
        }
    }

    private void Set(string name, VariableSource law) => SetIn(variables, name, law);

    private static void SetIn(List<KeyValuePair<string, VariableSource>> variables, string name, VariableSource law)
    {
        var at = variables.FindIndex(variable => variable.Key == name);
        if (at < 0)
            variables.Add(new(name, law));
        else
            variables[at] = new(name, law);
    }
}
