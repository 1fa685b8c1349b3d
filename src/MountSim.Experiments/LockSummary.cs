namespace MountSim.Experiments;

/// <summary>One (scenario, lock, mode) row of the locks contract; means over replications.</summary>
public sealed record LockSummary
{
    /// <summary>The scenario's name.</summary>
    public required string Scenario { get; init; }
    /// <summary>The lock's symbol on that kernel.</summary>
    public required string Lock { get; init; }
    /// <summary>write, read, exclusive or walk (a seqlock's lockless readers).</summary>
    public required string Mode { get; init; }
    /// <summary>Acquisitions.</summary>
    public required double Acquisitions { get; init; }
    /// <summary>Acquisitions that had to wait for a holder.</summary>
    public required double Contended { get; init; }
    /// <summary>Waiting summed over all acquisitions, ms.</summary>
    public required double WaitTotalMs { get; init; }
    /// <summary>Mean wait an acquisition, microseconds.</summary>
    public required double WaitMeanUs { get; init; }
    /// <summary>99th percentile of the wait, microseconds.</summary>
    public required double WaitP99Us { get; init; }
    /// <summary>Time held, ms.</summary>
    public required double HoldTotalMs { get; init; }
    /// <summary>Mean hold, microseconds.</summary>
    public required double HoldMeanUs { get; init; }
    /// <summary>Time held over makespan, 0 to 1.</summary>
    public required double Utilization { get; init; }
    /// <summary>Seqlock walks that had to restart in ref mode.</summary>
    public required double Retries { get; init; }
    /// <summary>Cache line transfers within an L3 (SMT siblings included).</summary>
    public required double TransfersSameL3 { get; init; }
    /// <summary>Transfers between L3 groups of one socket.</summary>
    public required double TransfersSameSocket { get; init; }
    /// <summary>Transfers between sockets (or through a remote home).</summary>
    public required double TransfersCrossSocket { get; init; }
    /// <summary>Acquisitions of which the kernel's contention tracepoints show a wait: an rwsem's optimistic spinning is none.</summary>
    public required double TracedContended { get; init; }
    /// <summary>Sum of the waits that they show, ms.</summary>
    public required double TracedWaitMs { get; init; }

    /// <summary>The lower bounds of <see cref="WaitHistogram"/>'s steps, us, of all but the first.</summary>
    public static IReadOnlyList<double> WaitStepsUs { get; } = [0.1, 1, 10, 100, 1e3, 1e4, 1e5, 1e6];

    /// <summary>How long the acquisitions that waited did: the share of each step of a decade, from below 100 ns to a second and more; empty when none waited.</summary>
    public IReadOnlyList<double> WaitHistogram { get; init; } = [];
}
