using MountSim.Model.Yaml;

namespace MountSim.Model.Kernels;

/// <summary>The kernels there are: those that come with MountSim, and any file of the same form.</summary>
public static class KernelCatalog
{
    private const string Prefix = "models/kernels/";
    private const string Suffix = ".yaml";

    /// <summary>Names of the kernels that come with MountSim, in order.</summary>
    public static IReadOnlyList<string> Names { get; } =
    [
        .. typeof(KernelCatalog).Assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(Prefix, StringComparison.Ordinal) && name.EndsWith(Suffix, StringComparison.Ordinal))
            .Select(name => name[Prefix.Length..^Suffix.Length])
            .Order(StringComparer.Ordinal),
    ];

    /// <summary>What to know of the kernel that stands for a distribution's name (<c>debian-12</c>); null for other names.</summary>
    public static string? NoteOf(string name) =>
        KernelAlias.ByName.TryGetValue(name, out var alias) ? $"{alias.Name} is taken as {alias.Kernel}. {alias.Note}" : null;

    /// <summary>Loads a kernel by its name or a distribution's, or from a file when the text ends in .yaml or .yml.</summary>
    /// <exception cref="ModelException">There is none, or its file is wrong.</exception>
    public static KernelModel Load(string nameOrPath) => KernelLoader.Build(Chain(Open(nameOrPath, nameOrPath)));

    /// <summary>Loads a kernel from a text; what it extends comes from the catalog.</summary>
    /// <param name="text">The YAML.</param>
    /// <param name="file">The name that messages use.</param>
    /// <exception cref="ModelException">The text is wrong.</exception>
    public static KernelModel LoadText(string text, string file) => KernelLoader.Build(Chain(YamlFile.Parse(text, file)));

    /// <summary>All breaches of the rules in a kernel's file, each with its place; a file that cannot be read is one.</summary>
    /// <param name="nameOrPath">As <see cref="Load"/>.</param>
    public static IReadOnlyList<(string Place, string Problem)> Problems(string nameOrPath) => Problems(() => Open(nameOrPath, nameOrPath));

    /// <summary>The same of a text.</summary>
    /// <param name="text">The YAML.</param>
    /// <param name="file">The name that messages use.</param>
    public static IReadOnlyList<(string Place, string Problem)> TextProblems(string text, string file) => Problems(() => YamlFile.Parse(text, file));

    private static IReadOnlyList<(string Place, string Problem)> Problems(Func<YamlMap> open)
    {
        try
        {
            return KernelCheck.Problems(KernelLoader.Read(Chain(open())));
        }
        catch (ModelException e)
        {
            return [(e.Place, e.Problem)];
        }
    }

    /// <summary>The YAML text of a kernel that comes with MountSim.</summary>
    public static string Text(string name)
    {
        using var stream = typeof(KernelCatalog).Assembly.GetManifestResourceStream(Prefix + name + Suffix)
            ?? throw new ModelException(name, $"no such kernel; {NearestName.Hint(name, Names)}");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    private static YamlMap Open(string nameOrPath, string place)
    {
        if (nameOrPath.EndsWith(".yaml", StringComparison.Ordinal) || nameOrPath.EndsWith(".yml", StringComparison.Ordinal))
            return YamlFile.Read(nameOrPath);
        var name = KernelAlias.ByName.TryGetValue(nameOrPath, out var alias) ? alias.Kernel : nameOrPath;
        if (!Names.Contains(name))
        {
            var hint = NearestName.Hint(name, [.. Names, .. KernelAlias.ByName.Keys]);
            throw new ModelException(place, $"no kernel is named '{name}'; {hint}, or a path to a .yaml file");
        }

        return YamlFile.Parse(Text(name), Prefix + name + Suffix);
    }

    /// <summary>The documents from the one that extends nothing down to the one asked for.</summary>
    private static List<YamlMap> Chain(YamlMap leaf)
    {
        List<YamlMap> chain = [leaf];
        while (chain[0].Find("extends") is { } parent)
        {
            var document = Open(Beside(parent), parent.Place);
            if (chain.Exists(seen => seen.Self.File == document.Self.File))
                throw new ModelException(parent.Place, $"'extends' is '{parent.AsText()}', which extends this in turn; allowed: no circle");
            chain.Insert(0, document);
        }

        return chain;
    }

    /// <summary>A path in <c>extends</c> is relative to the file it stands in.</summary>
    private static string Beside(YamlValue parent)
    {
        var name = parent.AsText();
        return name.EndsWith(".yaml", StringComparison.Ordinal) && !Path.IsPathRooted(name)
            ? Path.Combine(Path.GetDirectoryName(parent.File) ?? "", name)
            : name;
    }
}
