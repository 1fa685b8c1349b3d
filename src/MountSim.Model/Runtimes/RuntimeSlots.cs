namespace MountSim.Model.Runtimes;

/// <summary>
/// Indices of the values that a runtime's laws are evaluated with. The first are the workload's, fixed for a container; then the simulated
/// state, which the simulator writes before each step; then the runtime's own variables, from <see cref="FirstVariable"/> on.
/// </summary>
public static class RuntimeSlots
{
    /// <summary>Overlay lower layers of the image (<c>layers</c>, <c>L</c>).</summary>
    public const int Layers = 0;

    /// <summary>User volumes (<c>volumes</c>, <c>V</c>).</summary>
    public const int Volumes = 1;

    /// <summary>Components of a path on the host (<c>components</c>).</summary>
    public const int Components = 2;

    /// <summary>Possible CPUs of the machine (<c>possible_cpus</c>).</summary>
    public const int PossibleCpus = 3;

    /// <summary>Directories <c>cpuN/thermal_throttle</c> of the machine (<c>throttle_directories</c>).</summary>
    public const int ThrottleDirectories = 7;

    /// <summary>State: mounts in the host's namespace now (<c>host_mounts</c>, <c>H</c>).</summary>
    public const int HostMounts = 4;

    /// <summary>State: mounts in the container's namespace that it was born with, now (<c>inherited</c>).</summary>
    public const int Inherited = 5;

    /// <summary>State: mounts made in the container's namespace, now (<c>own_mounts</c>).</summary>
    public const int OwnMounts = 6;

    /// <summary>The runtime's first own variable.</summary>
    public const int FirstVariable = 8;

    /// <summary>Names of workload values, which a variable's law may use.</summary>
    internal static readonly IReadOnlyDictionary<string, int> Workload = new Dictionary<string, int>(StringComparer.Ordinal)
    {
        ["layers"] = Layers,
        ["volumes"] = Volumes,
        ["components"] = Components,
        ["possible_cpus"] = PossibleCpus,
        ["throttle_directories"] = ThrottleDirectories,
        ["L"] = Layers,
        ["V"] = Volumes,
    };

    /// <summary>Names of state values, which only a step's laws may use.</summary>
    internal static readonly IReadOnlyDictionary<string, int> State = new Dictionary<string, int>(StringComparer.Ordinal)
    {
        ["host_mounts"] = HostMounts,
        ["inherited"] = Inherited,
        ["own_mounts"] = OwnMounts,
        ["H"] = HostMounts,
    };
}
