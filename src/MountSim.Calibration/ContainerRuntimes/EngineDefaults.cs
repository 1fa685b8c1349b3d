namespace MountSim.Calibration.ContainerRuntimes;

/// <summary>What an engine puts into a container's specification besides its pseudo file systems, in its order.</summary>
/// <param name="Binds">Files and directories that it binds into a container; a name that ends with a slash is a directory.</param>
/// <param name="Masked">Paths that it hides.</param>
/// <param name="ReadOnly">Paths that it makes read-only.</param>
/// <param name="Propagates">True when /sys and /sys/fs/cgroup have a propagation option.</param>
public sealed record EngineDefaults(IReadOnlyList<string> Binds, IReadOnlyList<string> Masked, IReadOnlyList<string> ReadOnly, bool Propagates)
{
    /// <summary>Docker's: moby oci/defaults.go and daemon/volumes_unix.go, version 29; without thermal_throttle, which is bare Intel hosts' alone.</summary>
    public static readonly EngineDefaults Docker = new(
        ["/etc/resolv.conf", "/etc/hostname", "/etc/hosts"],
        [
            "/proc/acpi", "/proc/asound", "/proc/interrupts", "/proc/kcore", "/proc/keys", "/proc/latency_stats", "/proc/sched_debug", "/proc/scsi",
            "/proc/timer_list", "/proc/timer_stats", "/sys/devices/virtual/powercap", "/sys/firmware",
        ],
        ["/proc/bus", "/proc/fs", "/proc/irq", "/proc/sys", "/proc/sysrq-trigger"],
        Propagates: false);

    /// <summary>Podman's: containers/podman pkg/specgen/generate/config_linux.go and libpod/container_internal_linux.go, version 5.</summary>
    public static readonly EngineDefaults Podman = new(
        ["/etc/resolv.conf", "/etc/hosts", "/dev/shm/", "/run/.containerenv", "/etc/hostname"],
        [
            "/proc/acpi", "/proc/interrupts", "/proc/kcore", "/proc/keys", "/proc/latency_stats", "/proc/sched_debug", "/proc/scsi", "/proc/timer_list", "/proc/timer_stats",
            "/sys/dev/block", "/sys/devices/virtual/powercap", "/sys/firmware", "/sys/fs/selinux",
        ],
        ["/proc/asound", "/proc/bus", "/proc/fs", "/proc/irq", "/proc/sys", "/proc/sysrq-trigger"],
        Propagates: true);

    /// <summary>Masked paths that are files on this host.</summary>
    public IReadOnlyList<string> MaskedFiles => [.. Masked.Where(File.Exists)];

    /// <summary>Masked paths that are directories on this host.</summary>
    public IReadOnlyList<string> MaskedDirectories => [.. Masked.Where(Directory.Exists)];

    /// <summary>Read-only paths that this host has.</summary>
    public IReadOnlyList<string> ReadOnlyPaths => [.. ReadOnly.Where(Path.Exists)];

    /// <summary>A runtime's variables that depend on the host, as this one has them: how many of the paths exist.</summary>
    public IReadOnlyDictionary<string, double> HostVariables => new Dictionary<string, double>(StringComparer.Ordinal)
    {
        ["MF"] = MaskedFiles.Count,
        ["MD"] = MaskedDirectories.Count,
        ["R"] = ReadOnlyPaths.Count,
    };
}
