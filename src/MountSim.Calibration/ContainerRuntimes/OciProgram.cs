namespace MountSim.Calibration.ContainerRuntimes;

/// <summary>A program that starts containers from OCI bundles, and how it is told to leave the host's cgroups alone.</summary>
/// <param name="Name">The program.</param>
/// <param name="WithoutCgroups">Global options with which a container gets no cgroup of its own where the cgroup2 mount is read-only.</param>
/// <param name="Engine">The engine whose defaults the program's models describe.</param>
public sealed record OciProgram(string Name, IReadOnlyList<string> WithoutCgroups, EngineDefaults Engine)
{
    /// <summary>runc: as rootless it ignores that it may not make a cgroup (libcontainer/cgroups/fs2/fs2.go, Apply); it runs as root all the same.</summary>
    public static readonly OciProgram Runc = new("runc", ["--rootless", "true"], EngineDefaults.Docker);

    /// <summary>crun.</summary>
    public static readonly OciProgram Crun = new("crun", ["--cgroup-manager=disabled"], EngineDefaults.Podman);

    /// <summary>Those that real starts are made with.</summary>
    public static readonly IReadOnlyList<OciProgram> All = [Runc, Crun];

    /// <summary>One of <see cref="All"/> by its name.</summary>
    internal static OciProgram Of(string name) => All.First(program => program.Name == name);
}
