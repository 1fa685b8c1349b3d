using MountSim.Calibration.Bursts.Calls;

namespace MountSim.Calibration.Bursts;

/// <summary>A start made ready, the same for all containers: its calls and the directories that they need.</summary>
internal sealed record CompiledStart
{
    /// <summary>The calls, in order.</summary>
    internal required IReadOnlyList<BurstCall> Calls { get; init; }

    /// <summary>The root file system of each namespace, relative to the container's directory, the oldest first.</summary>
    internal required IReadOnlyList<string> Roots { get; init; }

    /// <summary>How many of the namespaces exist before the start.</summary>
    internal required int PremadeNamespaces { get; init; }

    /// <summary>Directories a container needs in its own directory.</summary>
    internal required IReadOnlyCollection<string> HostDirectories { get; init; }

    /// <summary>Directories in a root file system.</summary>
    internal required IReadOnlyCollection<string> RootDirectories { get; init; }

    /// <summary>Lower layers that all containers share, relative to a container's directory; the last holds what a root file system needs.</summary>
    internal required IReadOnlyCollection<string> Layers { get; init; }

    /// <summary>Where a start mounts on the host, relative to the container's directory.</summary>
    internal required IReadOnlyList<string> HostTargets { get; init; }

    /// <summary>True when it mounts a cgroup2, of a cgroup namespace of its own.</summary>
    internal required bool WantsCgroupNamespace { get; init; }
}
