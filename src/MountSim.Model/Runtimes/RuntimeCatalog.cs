namespace MountSim.Model.Runtimes;

/// <summary>The runtimes there are: built-in files, and files by path.</summary>
public static class RuntimeCatalog
{
    internal static readonly ModelFiles Files = new("runtimes", "runtime");
    private static readonly ModelFiles StormFiles = new("storms", "storm");

    /// <summary>Names of the built-in runtimes.</summary>
    public static IReadOnlyList<string> Names => Files.Names;

    /// <summary>Names of the storms: loops of one operation, in a runtime's form, that a host's real bursts are compared with.</summary>
    public static IReadOnlyList<string> Storms => StormFiles.Names;

    /// <summary>A built-in runtime or storm by name, or a runtime file by path.</summary>
    /// <exception cref="ModelException">There is no such runtime, or its file is wrong.</exception>
    public static RuntimeModel Load(string nameOrPath) => 
        RuntimeFile.Read((Storms.Contains(nameOrPath, StringComparer.Ordinal) ? StormFiles : Files).Open(nameOrPath));
}
