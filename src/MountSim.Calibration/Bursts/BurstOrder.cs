using MountSim.Calibration.ContainerRuntimes;

namespace MountSim.Calibration.Bursts;

/// <summary>What the parent tells the measuring process, as the first line of its input.</summary>
internal sealed record BurstOrder
{
    /// <summary>The working directory that the parent made.</summary>
    public required string Directory { get; init; }

    /// <summary>The parent's process ID as the worker sees it; 0: it cannot, from a PID namespace of its own.</summary>
    public required int Parent { get; init; }

    /// <summary>The parent's mount namespace, as /proc names it; must not be the worker's.</summary>
    public required string ParentNamespace { get; init; }

    /// <summary>A container's start.</summary>
    public required IReadOnlyList<BurstStep> Steps { get; init; }

    /// <summary>True when a container's namespace exists, private, before its start.</summary>
    public required bool NamespaceBeforeStart { get; init; }

    /// <summary>Containers.</summary>
    public required int Containers { get; init; }

    /// <summary>Starts in flight at most.</summary>
    public required int Concurrency { get; init; }

    /// <summary>Mounts that the host's namespace shall have before the burst; it keeps what it has where that is more.</summary>
    public required int HostMounts { get; init; }

    /// <summary>Other mount namespaces that are slaves of the host's.</summary>
    public required int OtherNamespaces { get; init; }

    /// <summary>Scans of the host's table a second at most, as systemd makes them when it changed; 0: none.</summary>
    public required double SystemdScansPerSecond { get; init; }

    /// <summary>CPU time a mount that such a scan parses, microseconds.</summary>
    public required double SystemdParseMicroseconds { get; init; }

    /// <summary>Agents that read the host's table on a timer.</summary>
    public required int Agents { get; init; }

    /// <summary>Reads a second of each.</summary>
    public required double AgentReadsPerSecond { get; init; }

    /// <summary>CPU time a mount that an agent parses, microseconds.</summary>
    public required double AgentParseMicroseconds { get; init; }

    /// <summary>Path walks a millisecond of user code.</summary>
    public required double WalksPerCpuMs { get; init; }

    /// <summary>Components of the paths that user code walks.</summary>
    public required int PathComponents { get; init; }

    /// <summary>The longest time the burst may take, seconds.</summary>
    public required double Seconds { get; init; }

    /// <summary>Seed of the moments of path walks and of agents.</summary>
    public required long Seed { get; init; }

    /// <summary>The container runtime that starts the containers, from a bundle; null: the worker makes the system calls itself.</summary>
    public BundleOrder? Bundle { get; init; }
}
