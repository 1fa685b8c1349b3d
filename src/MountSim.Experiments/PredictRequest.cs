namespace MountSim.Experiments;

/// <summary>What a user asks of <c>predict</c>; null means "not said", and the documented default applies.</summary>
public sealed record PredictRequest
{
    /// <summary>Machine file by name or path; null picks by <see cref="Cores"/> and <see cref="Sockets"/>.</summary>
    public string? Machine { get; init; }
    /// <summary>Physical cores over all sockets; null with no machine: 192.</summary>
    public int? Cores { get; init; }
    /// <summary>Sockets; null with no machine: 2.</summary>
    public int? Sockets { get; init; }
    /// <summary>Hardware threads a core; null: as the machine file.</summary>
    public int? Smt { get; init; }
    /// <summary>Possible CPUs, which decide per-CPU costs; null: the machine's hardware threads.</summary>
    public int? PossibleCpus { get; init; }
    /// <summary>Kernel model by name or path.</summary>
    public string Kernel { get; init; } = "linux-6.12";
    /// <summary>Runtime model by name or path.</summary>
    public string Runtime { get; init; } = "containerd-runc";
    /// <summary>Containers in the burst, at least 1.</summary>
    public int Containers { get; init; } = 500;
    /// <summary>Starts in flight at most; null: all at once.</summary>
    public int? Concurrency { get; init; }
    /// <summary>A thread does one start after the other, as in a real burst of this tool; otherwise each start is a process of its own.</summary>
    internal bool OneThreadASlot { get; init; }
    /// <summary>Overlay lower layers.</summary>
    public int Layers { get; init; } = 20;
    /// <summary>Volumes a container.</summary>
    public int Volumes { get; init; } = 1;
    /// <summary>True for a user namespace: the runtime's variable U is 1.</summary>
    public bool Userns { get; init; }
    /// <summary>App containers a pod, the runtime's variable C; null: as the runtime says.</summary>
    public int? ContainersPerPod { get; init; }
    /// <summary>Variables of the runtime to set instead of their laws, by name; null: none.</summary>
    public IReadOnlyDictionary<string, double>? Set { get; init; }
    /// <summary>Mounts in the host's namespace before the burst.</summary>
    public int HostMounts { get; init; } = 60;
    /// <summary>Other mount namespaces that are slaves of the host's <c>/</c>.</summary>
    public int OtherNamespaces { get; init; } = 10;
    /// <summary>Mount-table scans a second that systemd allows itself; 0: it does not scan.</summary>
    public double SystemdScansPerSecond { get; init; } = 5;
    /// <summary>Agents that read mountinfo on a timer.</summary>
    public int Agents { get; init; } = 2;
    /// <summary>Reads a second of each agent.</summary>
    public double AgentReadsPerSecond { get; init; } = 1;
    /// <summary>Components of a mount's path.</summary>
    public int PathComponents { get; init; } = 12;
    /// <summary>Processes and threads on the machine.</summary>
    public int Tasks { get; init; } = 2000;
    /// <summary>Path walks a millisecond of a runtime's CPU time.</summary>
    public double WalksPerCpuMs { get; init; } = 3;
    /// <summary>cgroupfs or systemd.</summary>
    public string CgroupDriver { get; init; } = "cgroupfs";
    /// <summary>Seconds after which a started container stops; null: they stay.</summary>
    public double? LifetimeSeconds { get; init; }
    /// <summary>Profile file; null: the embedded default.</summary>
    public string? Profile { get; init; }
    /// <summary>Replications.</summary>
    public int Replications { get; init; } = 10;
    /// <summary>Relative half-width of the p99 interval to reach, 0.05 for 5 %; null: run <see cref="Replications"/>.</summary>
    public double? Precision { get; init; }
    /// <summary>Where <see cref="Precision"/> stops.</summary>
    public int MaxReplications { get; init; } = 200;
    /// <summary>Seed.</summary>
    public long Seed { get; init; } = 1;
    /// <summary>Worker threads; null: one a CPU of this host. Never changes a result.</summary>
    public int? Threads { get; init; }
}
