using MountSim.Engine;

namespace MountSim.Model.Locks;

/// <summary>What one lock saw in one mode.</summary>
public sealed class LockStatistics
{
    /// <summary>Acquisitions.</summary>
    public long Acquisitions { get; set; }

    /// <summary>Acquisitions that waited for a holder.</summary>
    public long Contended { get; set; }

    /// <summary>
    /// Acquisitions of which the kernel's tracepoints lock:contention_begin and _end would show a wait: a spinlock's and a mutex's all, an rwsem's only when
    /// the task queued because optimistic spinning failed (kernel/locking/rwsem.c, trace_contention_begin after rwsem_optimistic_spin), a path walk's none.
    /// </summary>
    public long TracedContended { get; private set; }

    /// <summary>The part of the waits that those tracepoints would show, ps.</summary>
    public long TracedWait { get; private set; }

    /// <summary>Seqlock: read sections that saw the sequence change and restarted.</summary>
    public long Retries { get; set; }

    /// <summary>Time held, ps.</summary>
    public long HoldTotal { get; set; }

    /// <summary>Waits of all acquisitions, ps; an uncontended one waits 0.</summary>
    public SampleStatistics Waits { get; } = new();

    /// <summary>Line transfers by distance.</summary>
    public long[] Transfers { get; } = new long[Enum.GetValues<Machines.Distance>().Length];

    /// <summary>Notes one or more acquisitions that found the lock free.</summary>
    public void CountFree(int sections)
    {
        Acquisitions += sections;
        Waits.AddZeros(sections);
    }

    /// <summary>Notes a wait (ps) as the tracepoints would show it.</summary>
    public void CountTraced(long wait)
    {
        TracedContended++;
        TracedWait += wait;
    }

    /// <summary>Notes an acquisition after a wait (ps); the other sections of its batch found the lock free.</summary>
    public void CountContended(long wait, int sections)
    {
        Acquisitions += sections;
        Contended++;
        Waits.Add(wait);
        if (sections > 1) Waits.AddZeros(sections - 1);
    }
}
