using MountSim.Model.Kernels;
using MountSim.Model.Locks;

namespace MountSim.Model.Simulation;

/// <summary>What one replication measured. Times are picoseconds.</summary>
public sealed record StormResult
{
    /// <summary>Start latency of each container, in the order they were started: from its issue to its being started.</summary>
    public required IReadOnlyList<long> StartPs { get; init; }

    /// <summary>From the first issue to the last container started (stopped, when they have a lifetime).</summary>
    public required long MakespanPs { get; init; }

    /// <summary>The simulated locks' definitions; wait indices below their count are theirs.</summary>
    public required IReadOnlyList<LockDefinition> Definitions { get; init; }

    /// <summary>The locks.</summary>
    public required IReadOnlyList<SimLock> Locks { get; init; }

    /// <summary>Expedited (or, before 5.0, normal) grace periods that callers waited for.</summary>
    public required GracePeriods GracePeriods { get; init; }

    /// <summary>Time the starts waited, summed over containers, by wait object: the locks, normal and expedited grace periods, PID 1.</summary>
    public required IReadOnlyList<long> WaitsPs { get; init; }

    /// <summary>User code of the starts, summed over containers.</summary>
    public required long UserPs { get; init; }

    /// <summary>Kernel code of the starts, summed.</summary>
    public required long KernelPs { get; init; }

    /// <summary>Waiting for a CPU, summed.</summary>
    public required long RunQueuePs { get; init; }

    /// <summary>CPU time of all tasks in kernel code and spinning.</summary>
    public required long SystemCpuPs { get; init; }

    /// <summary>CPU time of all tasks spinning.</summary>
    public required long SpinCpuPs { get; init; }

    /// <summary>Busy share of all CPUs over the makespan, 0 to 1.</summary>
    public required double CpuUtilization { get; init; }

    /// <summary>How busy CPUs and locks were in the course of the run.</summary>
    public required UtilizationSamples Utilization { get; init; }

    /// <summary>The longest read of the whole mount table by an agent, one that the end cut off included; 0 without agents.</summary>
    public required long LongestTableReadPs { get; init; }

    /// <summary>CPU time of PID 1; 0 without one.</summary>
    public required long Pid1Ps { get; init; }

    /// <summary>Attach and detach system calls of all starts.</summary>
    public required long MountOperations { get; init; }

    /// <summary>Host mounts at the end.</summary>
    public required long HostMountsAtEnd { get; init; }

    /// <summary>Namespaces that received the host's propagation at the end.</summary>
    public required int ReceiversAtEnd { get; init; }

    /// <summary>The most namespaces that received the host's propagation at one time.</summary>
    public required int MostReceivers { get; init; }

    /// <summary>Simulated events.</summary>
    public required long Events { get; init; }
}
