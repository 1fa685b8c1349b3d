using MountSim.Model.Costs;

namespace MountSim.Calibration.Profiles;

/// <summary>One number of workers.</summary>
public sealed record CurvePoint
{
    /// <summary>Workers at once; the first so many CPUs have one each.</summary>
    public required int Workers { get; init; }

    /// <summary>Executions a second of all workers together, median and 95 % interval over rounds.</summary>
    public required Interval PerSecond { get; init; }

    /// <summary>The median execution, ns.</summary>
    public required double LatencyP50Ns { get; init; }

    /// <summary>The 95 % quantile, ns.</summary>
    public required double LatencyP95Ns { get; init; }

    /// <summary>The kernel's contention events by lock, the longest wait first; empty where they cannot be read.</summary>
    public required IReadOnlyList<LockWait> Waits { get; init; }
}
