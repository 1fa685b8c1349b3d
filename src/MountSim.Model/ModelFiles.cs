using MountSim.Model.Yaml;

namespace MountSim.Model;

/// <summary>The model files of one kind: those built into the program, and any file by its path.</summary>
/// <param name="folder">The folder under <c>models/</c>.</param>
/// <param name="kind">The word that messages use: machine, runtime.</param>
public sealed class ModelFiles(string folder, string kind)
{
    private const string Extension = ".yaml";

    private readonly string prefix = $"models/{folder}/";

    /// <summary>Names of the built-in files, in ordinal order.</summary>
    public IReadOnlyList<string> Names =>
    [
        .. typeof(ModelFiles).Assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(prefix, StringComparison.Ordinal) && name.EndsWith(Extension, StringComparison.Ordinal))
            .Select(name => name[prefix.Length..^Extension.Length])
            .Order(StringComparer.Ordinal),
    ];

    /// <summary>The top level of a built-in file by name, or of the file at a path (anything with a slash or ending in .yaml or .yml).</summary>
    /// <exception cref="ModelException">There is no such file, or it is not YAML.</exception>
    public YamlMap Open(string nameOrPath)
    {
        if (IsPath(nameOrPath))
            return YamlFile.Read(nameOrPath);
        var resource = prefix + nameOrPath + Extension;
        using var stream = typeof(ModelFiles).Assembly.GetManifestResourceStream(resource)
            ?? throw new ModelException(
                kind, $"unknown {kind} '{nameOrPath}'; {NearestName.Hint(nameOrPath, Names)}, or the path of a .yaml file");
        using var reader = new StreamReader(stream);
        return YamlFile.Parse(reader.ReadToEnd(), resource);
    }

    private static bool IsPath(string name) =>
        name.Contains('/', StringComparison.Ordinal)
        || name.EndsWith(Extension, StringComparison.Ordinal) || name.EndsWith(".yml", StringComparison.Ordinal);
}
