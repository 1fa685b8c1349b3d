using System.Globalization;

namespace MountSim.Calibration.Hosts;

/// <summary>What a host has room for; a limit that it does not state is null.</summary>
public sealed record HostRoom
{
    /// <summary>Mounts that one namespace may have (fs.mount-max, Linux 4.9).</summary>
    public long? MountsPerNamespace { get; init; }

    /// <summary>Mount namespaces that may exist (user.max_mnt_namespaces).</summary>
    public long? MountNamespaces { get; init; }

    /// <summary>Threads that may still be made: kernel.threads-max and the cgroup's pids.max, less what there is.</summary>
    public long? Threads { get; init; }

    /// <summary>Descriptors that a process may have open (RLIMIT_NOFILE, hard).</summary>
    public long? Descriptors { get; init; }

    /// <summary>Memory that is free or can be had, bytes.</summary>
    public long? Memory { get; init; }

    /// <summary>Mounts in the caller's table.</summary>
    public int Mounts { get; init; }

    /// <summary>CPUs that the caller may run on.</summary>
    public int Cpus { get; init; } = 1;

    /// <summary>Reads them.</summary>
    public static HostRoom Read() => new()
    {
        MountsPerNamespace = Number("/proc/sys/fs/mount-max"),
        MountNamespaces = Number("/proc/sys/user/max_mnt_namespaces"),
        Threads = Least(Less(Number("/proc/sys/kernel/threads-max"), Running()), Less(Number("/sys/fs/cgroup/pids.max"), Number("/sys/fs/cgroup/pids.current"))),
        Descriptors = Line("/proc/self/limits", "Max open files", 4),
        Memory = Line("/proc/meminfo", "MemAvailable:", 1) * 1024,
        Mounts = File.Exists("/proc/self/mountinfo") ? File.ReadLines("/proc/self/mountinfo").Count() : 0,
        Cpus = OperatingSystem.IsLinux() ? Syscalls.Affinity.Allowed().Count : 1,
    };

    // "0.12 0.37 0.22 1/92 6344": running and all tasks.
    private static long? Running() => File.Exists("/proc/loadavg") && long.TryParse(File.ReadAllText("/proc/loadavg").Split(' ', '/')[4], CultureInfo.InvariantCulture, out var all) ? all : null;

    private static long? Least(long? one, long? other) => one is { } a && other is { } b ? Math.Min(a, b) : one ?? other;

    private static long? Less(long? limit, long? used) => limit - (used ?? 0);

    private static long? Number(string path) =>
        File.Exists(path) && long.TryParse(File.ReadAllText(path).Trim(), CultureInfo.InvariantCulture, out var value) ? value : null;

    private static long? Line(string path, string start, int field)
    {
        if (!File.Exists(path))
            return null;
        var line = File.ReadLines(path).FirstOrDefault(text => text.StartsWith(start, StringComparison.Ordinal));
        var fields = line?.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return fields?.Length > field && long.TryParse(fields[field], CultureInfo.InvariantCulture, out var value) ? value : null;
    }
}
