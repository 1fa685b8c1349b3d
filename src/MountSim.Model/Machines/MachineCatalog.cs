namespace MountSim.Model.Machines;

/// <summary>The machines there are: built-in files, files by path, the host, and machines of any size built from the nearest file.</summary>
public static class MachineCatalog
{
    /// <summary>The name of the machine the tool runs on.</summary>
    public const string Host = "host";

    private static readonly ModelFiles Files = new("machines", "machine");

    /// <summary>Names of the built-in machines, <see cref="Host"/> among them.</summary>
    public static IReadOnlyList<string> Names => Files.Names;

    /// <summary>A built-in machine by name, or a machine file by path. <see cref="Host"/> is read from the running system.</summary>
    /// <exception cref="ModelException">There is no such machine, or its file is wrong.</exception>
    public static Machine Load(string nameOrPath) => nameOrPath == Host ? HostMachine.Read("/").Machine : FromFile(nameOrPath);

    /// <summary>
    /// A machine by its size. A file of that size is used as it is; otherwise the nearest file is resized: same number of sockets first,
    /// then the nearest cores a socket, then the most possible CPUs (a part of a socket comes after a whole one), then the order of names.
    /// </summary>
    /// <param name="cores">Physical cores over all sockets.</param>
    /// <param name="sockets">Sockets.</param>
    /// <param name="smt">Threads a core online, or null for the file's own.</param>
    /// <exception cref="ModelException">No machine can be split so.</exception>
    public static BuiltMachine Build(int cores, int sockets, int? smt = null) => MachineBuilder.Build(Families(), cores, sockets, smt);

    /// <summary>The machine of a file as it stands, without looking at the running system.</summary>
    public static Machine FromFile(string nameOrPath) => new(Describe(nameOrPath));

    /// <summary>What a file says.</summary>
    internal static MachineDescription Describe(string nameOrPath) => MachineFile.Read(Files.Open(nameOrPath));

    /// <summary>What every built-in file but the host's says.</summary>
    internal static IReadOnlyList<MachineDescription> Families() => [.. Names.Where(name => name != Host).Select(Describe)];
}
