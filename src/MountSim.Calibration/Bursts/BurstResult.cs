using MountSim.Calibration.Tracing;

namespace MountSim.Calibration.Bursts;

/// <summary>What a burst that was done for real measured.</summary>
public sealed record BurstResult
{
    /// <summary>Start latency of each container, from its issue to its being started, ms, ascending.</summary>
    public required IReadOnlyList<double> StartMs { get; init; }

    /// <summary>From the first issue to the last container started, or deleted where a runtime starts them, ms.</summary>
    public required double MakespanMs { get; init; }

    /// <summary>CPU time of the starts in kernel code, ms.</summary>
    public required double KernelCpuMs { get; init; }

    /// <summary>CPU time of the starts in user code, ms.</summary>
    public required double UserCpuMs { get; init; }

    /// <summary>CPU time of the machine's other processes meanwhile over the CPU time there was, 0 to 1.</summary>
    public required double Interference { get; init; }

    /// <summary>CPU time that a hypervisor took meanwhile over the CPU time there was, 0 to 1.</summary>
    public required double Stolen { get; init; }

    /// <summary>Mounts of the host's table before the burst.</summary>
    public required int HostMountsBefore { get; init; }

    /// <summary>Mounts of the host's table after it.</summary>
    public required int HostMountsAfter { get; init; }

    /// <summary>Mounts in the last container's namespace where it existed before the start; else null.</summary>
    public required int? ContainerMounts { get; init; }

    /// <summary>Wall time by operation, the longest first.</summary>
    public required IReadOnlyList<OperationTime> Operations { get; init; }

    /// <summary>Who waited for which lock; null where it was not traced.</summary>
    public required ContentionResult? Contention { get; init; }
}
