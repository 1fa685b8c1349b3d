namespace MountSim.Calibration.Tracing;

/// <summary>
/// Who waited for which lock, and how long. The kernel shows a wait when it leaves the fast path: of an rwsem only after optimistic spinning
/// failed (kernel/locking/rwsem.c v6.18), of a mutex from the first spin on, of a spinlock only in the queue (not the second CPU, which spins on
/// the pending bit; in a paravirtual guest that one too), of RCU nothing but its mutexes.
/// </summary>
public sealed record ContentionResult
{
    /// <summary>Length of the trace, seconds.</summary>
    public required double Seconds { get; init; }

    /// <summary>By lock and mode, the longest sum of waits first.</summary>
    public required IReadOnlyList<ContendedLock> Locks { get; init; }

    /// <summary>Events read.</summary>
    public required long Events { get; init; }

    /// <summary>Events lost to full buffers; above 0 the figures are too low.</summary>
    public required long Lost { get; init; }

    /// <summary>Waits of which the trace has only one end, which are left out.</summary>
    public required long Unfinished { get; init; }

    /// <summary>Stacks taken.</summary>
    public required int Stacks { get; init; }

    /// <summary>
    /// The observer's cost where it shows in its own time stamps: nanoseconds between a wait's beginning and the record of its stack, the median;
    /// 0 without stacks. It is part of that waiter's wait. A recorded event without a stack costs a small fraction of it.
    /// </summary>
    public required double StackNs { get; init; }

    /// <summary>CPU time that the reader of the buffers took, seconds.</summary>
    public required double ReaderSeconds { get; init; }

    /// <summary>Names by address of the global locks that this recording and those before it could name.</summary>
    public required IReadOnlyDictionary<ulong, string> Names { get; init; }

    /// <summary>The waits for a lock, both modes together: how many, and their sum in nanoseconds.</summary>
    public (int Contended, double WaitTotalNs) Of(string name)
    {
        var rows = Locks.Where(l => l.Lock == name).ToList();
        return (rows.Sum(r => r.Contended), rows.Sum(r => r.WaitTotalNs));
    }
}
