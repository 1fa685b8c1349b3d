using MountSim.Model;
using MountSim.Model.Yaml;
using MountSim.Reporting.Models;

namespace MountSim.Cli.Verbs;

/// <summary>The model files inside the program. A new file, or a new folder named here, needs no other line.</summary>
internal static class ModelLibrary
{
    private static readonly (string Folder, string Kind)[] Kinds = [("kernels", "kernel"), ("machines", "machine"), ("runtimes", "runtime"), ("mitigations", "mitigation")];

    /// <summary>All of them, in the order of kinds and names.</summary>
    public static IReadOnlyList<ModelRow> Rows() =>
    [
        .. from kind in Kinds
           let files = new ModelFiles(kind.Folder, kind.Kind)
           from name in files.Names
           select new ModelRow(kind.Kind, name, files.Open(name).Find("title")?.AsText() ?? ""),
    ];

    /// <summary>A file's text.</summary>
    /// <exception cref="ModelException">There is no such model.</exception>
    public static string Text(string name)
    {
        foreach (var (folder, kind) in Kinds)
        {
            if (!new ModelFiles(folder, kind).Names.Contains(name, StringComparer.Ordinal)) continue;
            using var stream = typeof(ModelFiles).Assembly.GetManifestResourceStream($"models/{folder}/{name}.yaml")!;
            using var reader = new StreamReader(stream);
            return reader.ReadToEnd();
        }
        var all = Kinds.SelectMany(kind => new ModelFiles(kind.Folder, kind.Kind).Names).ToList();
        throw new ModelException("models show", $"no model is named '{name}'; {NearestName.Hint(name, all)}");
    }
}
