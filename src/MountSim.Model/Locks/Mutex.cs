using MountSim.Model.Kernels;
using MountSim.Model.Machines;
using MountSim.Model.Simulation;

namespace MountSim.Model.Locks;

/// <summary>
/// Sleeping exclusive lock. States: free; owned; owned with optimistic spinners (while the owner runs); owned with sleepers. A release goes to the spinning head,
/// else wakes the first sleeper, which competes; a first sleeper that loses sets the hand-off and gets the next release.
/// kernel/locking/mutex.c __mutex_lock_common, __mutex_unlock_slowpath (v6.12).
/// </summary>
public sealed class Mutex : SleepingLock
{
    private SimTask? _owner;

    /// <summary>A free mutex on a line.</summary>
    public Mutex(Scheduler scheduler, CacheLine line) : base(scheduler, line)
    {
    }

    /// <inheritdoc/>
    public override long Acquire(SimTask task, LockMode mode, int sections)
    {
        Settle();
        if (_owner is null && HandOffTo is null)
        {
            task.NoteOwned(this);
            return Take(task, mode, sections);
        }

        Line.Write(Now, task.Cpu, Statistics(LockMode.Write).Transfers);
        StartWait(task, LockMode.Write, sections);
        if (_owner is { OnCpu: true } && !Scheduler.ShouldYield(task.Cpu)) SpinFor(task);
        else SleepFor(task);
        return -1;
    }

    /// <inheritdoc/>
    private protected override long Take(SimTask task, LockMode mode, int sections)
    {
        var statistics = Statistics(LockMode.Write);
        var done = Line.Write(Now, task.Cpu, statistics.Transfers);
        statistics.CountFree(sections);
        Own(task);
        return done - Now;
    }

    /// <inheritdoc/>
    private protected override long GiveBack(SimTask task, LockMode mode, int sections)
    {
        var statistics = Statistics(LockMode.Write);
        HoldEnds(statistics);
        TellReleased(task, LockMode.Write);
        _owner = null;
        var extra = HandOffsInside(task, Spinners.Head, sections, statistics);
        var visible = Line.Write(ReleasedAt + extra, task.Cpu, statistics.Transfers);
        if (HandOffTo is { } first) HandOff(first, visible, statistics);
        else if (Spinners.Count > 0) GiveTo(Spinners.Dequeue(), visible, statistics);
        else Sleepers.Head?.Wake(task.Cpu);
        return visible - ReleasedAt;
    }

    /// <inheritdoc/>
    public override void Woken(SimTask task)
    {
        if (task.AlreadyOwns)
        {
            task.Granted();
            return;
        }

        if (_owner is null)
        {
            Sleepers.Remove(task);
            _owner = task;
            if (HandOffTo == task) HandOffTo = null;
            task.Granted(Line.Write(Now, task.Cpu, Statistics(LockMode.Write).Transfers) - Now);
            return;
        }

        // Lost to a spinner: the first sleeper asks for the next release (MUTEX_FLAG_HANDOFF) and spins while the owner runs.
        if (Sleepers.Head == task) HandOffTo = task;
        if (HandOffTo == task && _owner.OnCpu) task.Spin(this);
        else task.Sleep(this);
    }

    /// <inheritdoc/>
    public override void Acquired(SimTask task)
    {
        Statistics(LockMode.Write).CountContended(Now - task.WaitStart, task.WaitSections);
        Statistics(LockMode.Write).CountTraced(Now - task.WaitStart);
        task.NoteOwned(this);
        Own(task);
    }

    /// <inheritdoc/>
    private protected override void Forget(SimTask task, LockMode mode) => task.NoteReleased(this);

    /// <inheritdoc/>
    private protected override bool HeadMaySpin => _owner is not { OnCpu: false };

    /// <inheritdoc/>
    protected override bool IsIdle => _owner is null && Sleepers.Count == 0;

    private void HandOff(SimTask first, long visible, LockStatistics statistics)
    {
        HandOffTo = null;
        Sleepers.Remove(first);
        if (first.State == TaskState.Spinning)
        {
            GiveTo(first, visible, statistics);
            return;
        }

        _owner = first;
        first.AlreadyOwns = true;
        first.Wake(first.Cpu);
    }

    private void GiveTo(SimTask spinner, long visible, LockStatistics statistics)
    {
        _owner = spinner;
        spinner.GrantAt(TakenBySpinner(spinner, visible, statistics));
    }

    private void Own(SimTask task)
    {
        _owner = task;
        HoldBegins();
        TellHeld(task, LockMode.Write);
    }
}
