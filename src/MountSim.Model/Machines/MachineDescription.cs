namespace MountSim.Model.Machines;

/// <summary>What a machine file says, before the tables that a simulation asks are computed from it.</summary>
public sealed record MachineDescription
{
    /// <summary>The name that <c>--machine</c> takes.</summary>
    public required string Name { get; init; }

    /// <summary>A line for a reader.</summary>
    public required string Title { get; init; }

    /// <summary>Maker of the processor.</summary>
    public required string Vendor { get; init; }

    /// <summary>Sockets.</summary>
    public required int Sockets { get; init; }

    /// <summary>Physical cores a socket.</summary>
    public required int CoresPerSocket { get; init; }

    /// <summary>Groups of cores that share an L3 a socket; cores are dealt to them in runs as equal as they come.</summary>
    public required int L3GroupsPerSocket { get; init; }

    /// <summary>Hardware threads a core that are online.</summary>
    public required int SmtPerCore { get; init; }

    /// <summary>CPUs online, also those that no task may use; null: all are used.</summary>
    public int? OnlineCpus { get; init; }

    /// <summary>Possible CPUs, which size the kernel's per-CPU data; never fewer than the CPUs online.</summary>
    public required int PossibleCpus { get; init; }

    /// <summary>True when a transfer between two L3 groups of a socket that is not the line's home costs what crossing sockets does.</summary>
    public required bool HomeNodeEffect { get; init; }

    /// <summary>One way of a modified line to another CPU and one compare-and-swap there, nanoseconds, by distance.</summary>
    public required IReadOnlyDictionary<Distance, Figure> TransferNs { get; init; }

    /// <summary>An ownership upgrade of a line the CPU holds shared, as a share of the transfer.</summary>
    public required Figure UpgradeShare { get; init; }

    /// <summary>An atomic on a line the CPU owns, nanoseconds.</summary>
    public required Figure LocalAtomicNs { get; init; }

    /// <summary>Nanoseconds an instruction of kernel code, uncontended.</summary>
    public required Figure NsPerInstruction { get; init; }

    /// <summary>From waking a sleeping task to its first instruction, microseconds, by physical distance (within an L3, a socket, across).</summary>
    public required IReadOnlyDictionary<Distance, Figure> WakeUpMicroseconds { get; init; }

    /// <summary>How long a task runs before another runnable one gets its CPU, milliseconds.</summary>
    public required Figure TimeSliceMs { get; init; }

    /// <summary>Work of two busy SMT siblings together, over that of one alone.</summary>
    public required Figure SmtThroughput { get; init; }

    /// <summary>Atomics a CPU does on a line before another takes it (1 in lock code).</summary>
    public required Figure Burst { get; init; }

    /// <summary>Processors this file stands for; empty when none is to be recognised by it.</summary>
    public IReadOnlyList<CpuIdentity> Recognises { get; init; } = [];
}
