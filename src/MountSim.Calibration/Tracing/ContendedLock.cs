namespace MountSim.Calibration.Tracing;

/// <summary>The waits for one lock in one mode.</summary>
public sealed record ContendedLock
{
    /// <summary>
    /// Its name as kernel models have it (<c>namespace_sem</c>, <c>mount_id</c>), or the kernel's own; <c>? in F</c> where only the waiting
    /// function F is known, <c>? spinlock</c> where not even that.
    /// </summary>
    public required string Lock { get; init; }

    /// <summary>True when a rule or an earlier trace named it.</summary>
    public required bool Named { get; init; }

    /// <summary><c>rwsem</c>, <c>mutex</c>, <c>rwlock</c> or <c>spin</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>Read or write.</summary>
    public required ContentionMode Mode { get; init; }

    /// <summary>Different locks that go by this name: 1 for a global, the number of objects otherwise.</summary>
    public required int Instances { get; init; }

    /// <summary>Waits that began and ended within the trace.</summary>
    public required int Contended { get; init; }

    /// <summary>Their sum, nanoseconds.</summary>
    public required double WaitTotalNs { get; init; }

    /// <summary>The median wait, nanoseconds.</summary>
    public required double WaitP50Ns { get; init; }

    /// <summary>The 99 % quantile, nanoseconds.</summary>
    public required double WaitP99Ns { get; init; }

    /// <summary>The longest, nanoseconds.</summary>
    public required double WaitMaxNs { get; init; }

    /// <summary>The functions that waited, the most frequent first.</summary>
    public required IReadOnlyList<string> Waiters { get; init; }

    /// <summary>The mean wait, nanoseconds.</summary>
    public double WaitMeanNs => WaitTotalNs / Contended;
}
