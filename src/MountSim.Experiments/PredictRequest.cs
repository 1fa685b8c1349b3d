using MountSim.Model.Simulation;
using MountSim.Model.Workloads;

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
    /// <summary>Sockets that all tasks are pinned to, the first ones; null: all. The CPUs of the others stay possible.</summary>
    public int? PinSockets { get; init; }
    /// <summary>Kernel model by name or path.</summary>
    public string Kernel { get; init; } = "linux-6.12";
    /// <summary>Runtime model by name or path.</summary>
    public string Runtime { get; init; } = "containerd-runc";
    /// <summary>Which system calls the runtime mounts by.</summary>
    public MountApi Api { get; init; }
    /// <summary>True for a user namespace: the runtime's variable U is 1.</summary>
    public bool Userns { get; init; }
    /// <summary>App containers a pod, the runtime's variable C; null: as the runtime says.</summary>
    public int? ContainersPerPod { get; init; }
    /// <summary>What happens on the host.</summary>
    public Workload Workload { get; init; } = new();
    /// <summary>What is made faster or slower than the models say.</summary>
    public IReadOnlyList<WhatIf> WhatIf { get; init; } = [];
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

    /// <summary>The same request with a changed workload.</summary>
    public PredictRequest With(Func<Workload, Workload> change)
    {
        ArgumentNullException.ThrowIfNull(change);
        return this with { Workload = change(Workload) };
    }
}
