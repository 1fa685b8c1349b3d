using System.Runtime.CompilerServices;
using MountSim.Engine;
using MountSim.Model.Kernels;
using MountSim.Model.Machines;
using MountSim.Model.Simulation;

namespace MountSim.Model.Locks;

/// <summary>A lock of the simulated kernel: an algorithm over cache lines, holders and waiters.</summary>
public abstract class SimLock : IWaitObject
{
    private readonly LockStatistics[] _statistics = new LockStatistics[3];
    private readonly Engine.Simulation _clock;
    private readonly TimedEnd _timedEnd;
    private SimTask? _timedHolder;
    private LockMode _timedMode;
    private int _timedSections;
    private long _timedUntil;
    private bool _settling;
    private bool _isHeld;
    private long _heldSince;

    /// <summary>A free lock.</summary>
    /// <param name="scheduler">The machine.</param>
    /// <param name="line">The line that its word lives on.</param>
    protected SimLock(Scheduler scheduler, CacheLine line)
    {
        Scheduler = scheduler;
        _clock = scheduler.Simulation;
        Line = line;
        _timedEnd = new TimedEnd(this);
        for (var i = 0; i < _statistics.Length; i++) _statistics[i] = new LockStatistics();
    }

    /// <summary>The machine.</summary>
    public Scheduler Scheduler { get; }

    /// <summary>The line that the lock's word lives on.</summary>
    public CacheLine Line { get; }

    /// <summary>Time in which anybody held it, ps; complete when the run has ended.</summary>
    public long HeldTotal { get; private set; }

    /// <inheritdoc/>
    public int WaitIndex { get; set; }

    /// <summary>The current instant, ps.</summary>
    protected long Now
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => _clock.Now.Picoseconds;
    }

    /// <summary>The instant (ps) of the release that is being worked out: now, or the end of a timed hold that was noticed only now.</summary>
    protected long ReleasedAt => _settling ? _timedUntil : Now;

    /// <summary>True when nobody holds it, waits for it, or has been promised it.</summary>
    protected abstract bool IsIdle { get; }

    /// <summary>What the lock saw in one mode.</summary>
    public LockStatistics Statistics(LockMode mode) => _statistics[(int)mode];

    /// <summary>Asks for the lock.</summary>
    /// <param name="task">A task on its CPU.</param>
    /// <param name="mode">How.</param>
    /// <param name="sections">How many short sections of a loop this one stands for.</param>
    /// <returns>Picoseconds the acquisition takes, or -1: the task now spins or sleeps and goes on when it has the lock.</returns>
    public abstract long Acquire(SimTask task, LockMode mode, int sections);

    /// <summary>Gives the lock back.</summary>
    /// <returns>Picoseconds the release takes on the holder's CPU.</returns>
    public long Release(SimTask task, LockMode mode, int sections)
    {
        Forget(task, mode);
        return GiveBack(task, mode, sections);
    }

    /// <summary>
    /// Takes a free lock for a time known beforehand, as a section does that only computes. Nothing is scheduled for its end: the next who wants the lock works
    /// the release out, or has it scheduled when the hold still lasts. The same holds and waits as <see cref="Acquire"/> and <see cref="Release"/>, with an event
    /// less.
    /// </summary>
    /// <returns>Picoseconds of acquisition, hold and release together, or -1 when the lock is not free or would be shared; then nothing has happened.</returns>
    public long HoldFor(SimTask task, LockMode mode, int sections, long holdPs)
    {
        Settle();
        if (!IsIdle || mode == LockMode.Read) return -1;
        var cost = Take(task, mode, sections);
        _timedHolder = task;
        _timedMode = mode;
        _timedSections = sections;
        _timedUntil = Now + task.TimeFor(cost + holdPs);
        Scheduler.Observer?.Released(_timedUntil, this, task, mode);
        return cost + holdPs + Scheduler.Hardware.LocalAtomicPs;
    }

    /// <summary>Whoever looks at the lock calls this first: a timed hold that is over is released, one that lasts gets its end scheduled.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal void Settle()
    {
        if (_timedHolder is not null) SettleTimedHold();
    }

    private void SettleTimedHold()
    {
        if (Now >= _timedUntil) EndTimedHold();
        else if (!_timedEnd.IsScheduled) _timedEnd.TimeoutAt(new SimTime(_timedUntil));
    }

    /// <summary>
    /// Picoseconds of the hand-offs within a batch of sections. Under contention the lock goes to the waiter between two of them and comes back; the batch ran
    /// them in one go, so the hand-offs are charged when it ends: each arrival takes the line, the release fetches it back, the waiter reads it and upgrades.
    /// </summary>
    /// <param name="task">The holder.</param>
    /// <param name="waiter">Who spins for the lock next, or null.</param>
    /// <param name="sections">Sections of the batch.</param>
    /// <param name="statistics">Where the transfers are counted.</param>
    protected long HandOffsInside(SimTask task, SimTask? waiter, int sections, LockStatistics statistics)
    {
        if (sections == 1 || waiter is null) return 0;
        var hardware = Scheduler.Hardware;
        statistics.Transfers[(int)hardware.DistanceBetween(waiter.Cpu, task.Cpu)] += 2 * (sections - 1);
        return (long)(hardware.Transfer(waiter.Cpu, task.Cpu) * (2 + hardware.UpgradeShare) * (sections - 1));
    }

    /// <summary>Time (ps) in which anybody held it, up to now, as it would be seen without touching the lock.</summary>
    internal long HeldUpToNow
    {
        get
        {
            var end = _timedHolder is null ? Now : Math.Min(Now, _timedUntil);
            return _isHeld ? HeldTotal + end - _heldSince : HeldTotal;
        }
    }

    /// <summary>Somebody holds the lock from now on, where nobody did.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private protected void HoldBegins()
    {
        _isHeld = true;
        _heldSince = Now;
    }

    /// <summary>Nobody holds it any more: what it was held is booked.</summary>
    private protected void HoldEnds(LockStatistics statistics)
    {
        statistics.HoldTotal += ReleasedAt - _heldSince;
        HeldTotal += ReleasedAt - _heldSince;
        _isHeld = false;
    }

    /// <summary>Tells who watches that the lock is held from now on.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private protected void TellHeld(SimTask task, LockMode mode) => Scheduler.Observer?.Held(Now, this, task, mode);

    /// <summary>Tells who watches that the lock was given back.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private protected void TellReleased(SimTask task, LockMode mode)
    {
        // The end of a timed hold was told when it began.
        if (!_settling) Scheduler.Observer?.Released(Now, this, task, mode);
    }

    /// <summary>Takes the lock, which is free; nothing is noted on the task.</summary>
    /// <returns>Picoseconds the acquisition takes.</returns>
    private protected abstract long Take(SimTask task, LockMode mode, int sections);

    /// <summary>Gives the lock back, of which nothing is noted on the task any more.</summary>
    /// <returns>Picoseconds the release takes on the holder's CPU.</returns>
    private protected abstract long GiveBack(SimTask task, LockMode mode, int sections);

    /// <summary>Takes the note off the task that it holds the lock: spinlocks forbid preemption, sleeping locks are watched by their spinners.</summary>
    private protected abstract void Forget(SimTask task, LockMode mode);

    private void EndTimedHold()
    {
        var holder = _timedHolder!;
        _timedHolder = null;
        _timedEnd.Cancel();
        _settling = true;
        GiveBack(holder, _timedMode, _timedSections);
        _settling = false;
    }

    /// <inheritdoc/>
    public virtual void Woken(SimTask task) => throw new InvalidOperationException($"{GetType().Name} puts nobody to sleep");

    /// <inheritdoc/>
    public abstract void Acquired(SimTask task);

    /// <inheritdoc/>
    public virtual void AskedToYield(SimTask task)
    {
    }

    /// <summary>The owner of a sleeping lock lost its CPU; its optimistic spinners stop.</summary>
    internal virtual void OwnerLeftCpu(SimTask owner)
    {
    }

    /// <summary>The end of a timed hold that somebody waits for.</summary>
    private sealed class TimedEnd(SimLock owner) : Process(owner.Scheduler.Simulation)
    {
        protected override void Resume() => owner.EndTimedHold();
    }
}
