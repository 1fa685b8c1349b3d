using System.Collections.ObjectModel;

namespace MountSim.Model.Workloads;

/// <summary>What happens on the host: a burst of starts, the mount tables they meet, and who else reads them.</summary>
public sealed record Workload
{
    /// <summary>Containers in the burst, at least 1.</summary>
    public int Containers { get; init; } = 500;

    /// <summary>Starts in flight at most; null: all at once.</summary>
    public int? Concurrency { get; init; }

    /// <summary>Starts in flight at most, as a number: no more than there are.</summary>
    public int MostInFlight => Math.Min(Concurrency ?? int.MaxValue, Containers);

    /// <summary>Starts that come a second, evenly spaced; null: all come at once.</summary>
    public double? StartsPerSecond { get; init; }

    /// <summary>Containers of the same kind that run before the first start: their mounts are in the host's table, their namespaces receive what they go on receiving.</summary>
    public int Running { get; init; }

    /// <summary>
    /// True when each start in flight is done by a thread that then does the next one, as a real burst of this tool does: it goes on with the CPU that it has.
    /// False when each start is a process of its own, which queues for a CPU.
    /// </summary>
    public bool OneThreadASlot { get; init; }

    /// <summary>Overlay lower layers.</summary>
    public int Layers { get; init; } = 20;

    /// <summary>Volumes a container.</summary>
    public int Volumes { get; init; } = 1;

    /// <summary>Mounts in the host's namespace before the burst.</summary>
    public int HostMounts { get; init; } = 60;

    /// <summary>Other mount namespaces that are slaves of the host's <c>/</c>: services with a namespace of their own.</summary>
    public int OtherNamespaces { get; init; } = 10;

    /// <summary>Mount-table scans a second that systemd allows itself; 0: it does not scan.</summary>
    public double SystemdScansPerSecond { get; init; } = 5;

    /// <summary>Agents that read mountinfo on a timer.</summary>
    public int Agents { get; init; } = 2;

    /// <summary>Reads a second of each agent; 0: it does not read.</summary>
    public double AgentReadsPerSecond { get; init; } = 1;

    /// <summary>Components of a mount's path.</summary>
    public int PathComponents { get; init; } = 12;

    /// <summary>Processes and threads on the machine.</summary>
    public int Tasks { get; init; } = 2000;

    /// <summary>Path walks a millisecond of a runtime's CPU time.</summary>
    public double WalksPerCpuMs { get; init; } = 3;

    /// <summary>Tasks of the host's own work, which compute and walk paths all the time: as many CPUs are busy with them.</summary>
    public int Walkers { get; init; }

    /// <summary>Bytes of a line of mountinfo; 0: as many as in the lab. A read takes <c>namespace_sem</c> once every 4 KiB, systemd once every 1 KiB.</summary>
    public int MountinfoLineBytes { get; init; }

    /// <summary>True when a start makes its cgroup through systemd, as Kubernetes usually does.</summary>
    public bool SystemdCgroup { get; init; }

    /// <summary>Variables of the runtime to set instead of their laws: U = 1 for a user namespace, C containers a pod, any other by its name.</summary>
    public IReadOnlyDictionary<string, double> RuntimeVariables { get; init; } = ReadOnlyDictionary<string, double>.Empty;

    /// <summary>Seconds after which a started container stops; null: it stays.</summary>
    public double? LifetimeSeconds { get; init; }

    /// <summary>User CPU time (microseconds) of systemd a mount it parses. A guess: libmount's parser and a unit looked up a line.</summary>
    public double SystemdParseMicroseconds { get; init; } = 10;

    /// <summary>User CPU time (microseconds) of an agent a mount it parses. A guess: a line split and a few strings made.</summary>
    public double AgentParseMicroseconds { get; init; } = 2;
}
