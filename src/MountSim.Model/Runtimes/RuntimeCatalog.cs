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

    /// <summary>The built-in runtimes that describe some version of a program.</summary>
    public static IReadOnlyList<RuntimeModel> Of(string program) => [.. Names.Select(Load).Where(runtime => runtime.Describes?.Name == program)];

    /// <summary>The built-in runtime that describes a version of a program on a kernel, the one for the newest kernels where several do; null: none.</summary>
    public static RuntimeModel? Describing(string program, ProgramVersion version, ProgramVersion kernel) =>
        Of(program).Where(runtime => runtime.Describes!.Includes(version, kernel)).OrderBy(runtime => runtime.Describes!.FromKernel is null).FirstOrDefault();

    /// <summary>A built-in runtime or storm by name, or a runtime file by path.</summary>
    /// <exception cref="ModelException">There is no such runtime, or its file is wrong.</exception>
    public static RuntimeModel Load(string nameOrPath) => 
        RuntimeFile.Read((Storms.Contains(nameOrPath, StringComparer.Ordinal) ? StormFiles : Files).Open(nameOrPath));
}
