namespace MountSim.Model.Mitigations;

/// <summary>The mitigations there are: built-in files, and files by path.</summary>
public static class MitigationCatalog
{
    private static readonly ModelFiles Files = new("mitigations", "mitigation");

    /// <summary>Names of the built-in ones.</summary>
    public static IReadOnlyList<string> Names => Files.Names;

    /// <summary>A built-in mitigation by name, or a file by path.</summary>
    /// <exception cref="ModelException">There is no such mitigation, or its file is wrong.</exception>
    public static Mitigation Load(string nameOrPath) => Mitigation.Read(Files.Open(nameOrPath));
}
