using MountSim.Model.Yaml;

namespace MountSim.Model.Kernels;

/// <summary>A distribution's name for a kernel.</summary>
/// <param name="Name">The name: <c>debian-12</c>.</param>
/// <param name="Kernel">The kernel that stands for it: <c>linux-6.1</c>.</param>
/// <param name="Note">What a reader should know: other kernels it is offered with, backports.</param>
public sealed record KernelAlias(string Name, string Kernel, string Note)
{
    private const string Resource = "models/kernel-aliases.yaml";

    /// <summary>All of them, by name.</summary>
    public static IReadOnlyDictionary<string, KernelAlias> ByName { get; } = Read();

    private static Dictionary<string, KernelAlias> Read()
    {
        using var stream = typeof(KernelAlias).Assembly.GetManifestResourceStream(Resource)!;
        using var reader = new StreamReader(stream);
        var file = YamlFile.Parse(reader.ReadToEnd(), Resource);
        return file.Keys.ToDictionary(name => name, name => ReadOne(name, file.Require(name).AsMap()), StringComparer.Ordinal);
    }

    private static KernelAlias ReadOne(string name, YamlMap map)
    {
        map.AllowOnly("kernel", "note");
        return new KernelAlias(name, map.Require("kernel").AsText(), map.Require("note").AsText());
    }
}
