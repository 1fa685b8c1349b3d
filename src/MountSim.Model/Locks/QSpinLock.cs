using MountSim.Model.Kernels;
using MountSim.Model.Machines;
using MountSim.Model.Simulation;

namespace MountSim.Model.Locks;

/// <summary>
/// The kernel's queued spinlock. States: free; held; held with one pending CPU, which polls the lock word; held with pending and an MCS queue, whose head
/// polls the word while the others poll lines of their own. FIFO, no stealing (bare metal); holder and waiters keep their CPU.
/// kernel/locking/qspinlock.c v6.12:313-563.
/// </summary>
/// <remarks>
/// A hand-off is the holder's store, the next waiter's read transfer and its upgrade. Waiters behind the next one poll private lines, whose transfers
/// overlap the wait for the lock word.
/// </remarks>
public class QSpinLock : SimLock
{
    private TaskQueue _waiters;
    private SimTask? _holder;

    /// <summary>A free spinlock on a line.</summary>
    public QSpinLock(Scheduler scheduler, CacheLine line) : base(scheduler, line)
    {
    }

    /// <summary>Waiters now.</summary>
    public int Waiters => _waiters.Count;

    /// <summary>True while somebody holds it.</summary>
    public bool IsHeld => _holder is not null;

    /// <inheritdoc/>
    public sealed override long Acquire(SimTask task, LockMode mode, int sections)
    {
        Settle();
        task.PreemptDepth++;
        if (_holder is null) return Take(task, mode, sections);
        Line.Write(Now, task.Cpu, Statistics(mode).Transfers);
        task.WaitMode = mode;
        task.WaitSections = sections;
        task.WaitStart = Now;
        _waiters.Enqueue(task);
        task.Spin(this);
        return -1;
    }

    /// <inheritdoc/>
    private protected sealed override long Take(SimTask task, LockMode mode, int sections)
    {
        var statistics = Statistics(mode);
        var done = Line.Write(Now, task.Cpu, statistics.Transfers);
        statistics.CountFree(sections);
        Hold(task, mode);
        return done - Now;
    }

    /// <inheritdoc/>
    private protected sealed override long GiveBack(SimTask task, LockMode mode, int sections)
    {
        var statistics = Statistics(mode);
        var extra = HandOffsInside(task, _waiters.Head, sections, statistics);
        HoldEnds(statistics);
        TellReleased(task, mode);
        _holder = null;
        var visible = Line.Write(ReleasedAt + extra, task.Cpu, statistics.Transfers);
        Released(task, mode, visible, sections);
        if (_waiters.Count > 0)
        {
            var next = _waiters.Dequeue();
            _holder = next;
            var read = Line.Read(visible, next.Cpu, statistics.Transfers);
            next.GrantAt(Line.Write(read, next.Cpu, statistics.Transfers));
        }

        return extra + Scheduler.Hardware.LocalAtomicPs;
    }

    /// <inheritdoc/>
    public sealed override void Acquired(SimTask task)
    {
        Statistics(task.WaitMode).CountContended(Now - task.WaitStart, task.WaitSections);
        Statistics(task.WaitMode).CountTraced(Now - task.WaitStart);
        Hold(task, task.WaitMode);
    }

    /// <inheritdoc/>
    protected override bool IsIdle => _holder is null;

    /// <inheritdoc/>
    private protected sealed override void Forget(SimTask task, LockMode mode) => task.PreemptDepth--;

    /// <summary>The lock is held in a mode from now on.</summary>
    protected virtual void Held(SimTask task, LockMode mode)
    {
    }

    /// <summary>The lock's release becomes visible at an instant (ps).</summary>
    protected virtual void Released(SimTask task, LockMode mode, long visible, int sections)
    {
    }

    private void Hold(SimTask task, LockMode mode)
    {
        _holder = task;
        HoldBegins();
        TellHeld(task, mode);
        Held(task, mode);
    }
}
