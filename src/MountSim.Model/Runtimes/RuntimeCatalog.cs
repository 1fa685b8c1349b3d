namespace MountSim.Model.Runtimes;

/// <summary>The runtimes there are: built-in files, and files by path.</summary>
public static class RuntimeCatalog
{
    internal static readonly ModelFiles Files = new("runtimes", "runtime");

    /// <summary>Names of the built-in runtimes.</summary>
    public static IReadOnlyList<string> Names => Files.Names;

    /// <summary>A built-in runtime by name, or a runtime file by path.</summary>
    /// <exception cref="ModelException">There is no such runtime, or its file is wrong.</exception>
    public static RuntimeModel Load(string nameOrPath) => RuntimeFile.Read(Files.Open(nameOrPath));
}
