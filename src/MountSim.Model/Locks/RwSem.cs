using MountSim.Engine;
using MountSim.Model.Kernels;
using MountSim.Model.Machines;
using MountSim.Model.Simulation;

namespace MountSim.Model.Locks;

/// <summary>
/// Reader-writer semaphore. States: free; one writer; some readers; each with optimistic spinners (an MCS queue) and sleepers (one queue of readers and writers).
/// A release goes to the hand-off waiter if there is one, else to the spinning head, else to the sleepers: a writer at their head is woken and competes, readers
/// are given the lock asleep, as many as the generation allows. A waiter of more than 4 ms sets the hand-off: nobody else may take the lock.
/// kernel/locking/rwsem.c v6.12 (rwsem_down_read_slowpath:993, rwsem_down_write_slowpath, rwsem_mark_wake:365-520, rwsem_optimistic_spin:804-933);
/// generations as in <see cref="RwSemGeneration"/>.
/// </summary>
/// <remarks>
/// Left out: the wake-ups of a first sleeper that only finds the lock stolen again, before its 4 ms are over; they cost CPU elsewhere, not lock time. And the releases at which a sleeping reader
/// comes before the spinning head, as the releaser adds it while the head fetches the word: 4 % where the reader's record is on another CPU, half where it slept on the releaser's
/// (results/hand-offs.csv).
/// </remarks>
public sealed class RwSem : SleepingLock
{
    private const int MaxReadersWoken = 256;               // MAX_READERS_WAKEUP, rwsem.c v5.4:387
    private const long HandOffAfterPs = 4_000_000_000;     // RWSEM_WAIT_TIMEOUT, 4 ms at HZ 250 and 1000
    private const double WakeInstructions = 2400;          // a task woken: lab, mount_bind@pollers on one CPU
    private const double QueuedWakeInstructions = 683;     // the same left to the wake list of an idle CPU: lab, mount_bind@pollers on 8 and 16 CPUs

    private readonly RwSemGeneration _generation;
    private readonly ReaderSpinLimit _spinLimit;
    private SimTask? _writer;
    private int _readers;
    private bool _readersNotSpinnable;

    /// <summary>A free rwsem of a generation on a line.</summary>
    public RwSem(Scheduler scheduler, CacheLine line, RwSemGeneration generation) : base(scheduler, line)
    {
        _generation = generation;
        _spinLimit = new ReaderSpinLimit(this);
    }

    /// <summary>Readers that hold it now.</summary>
    public int Readers => _readers;

    /// <summary>True while a writer holds it.</summary>
    public bool HasWriter => _writer is not null;

    /// <inheritdoc/>
    public override long Acquire(SimTask task, LockMode mode, int sections)
    {
        Settle();
        if (mode == LockMode.Read ? ReaderMayEnter() : IsFree && HandOffTo is null)
        {
            Remember(task, mode);
            return Take(task, mode, sections);
        }

        Line.Write(Now, task.Cpu, Statistics(mode).Transfers);
        StartWait(task, mode, sections);
        if (MaySpin(task, mode)) Spin(task);
        else SleepFor(task);
        return -1;
    }

    /// <inheritdoc/>
    private protected override long Take(SimTask task, LockMode mode, int sections)
    {
        var statistics = Statistics(mode);
        var done = Line.Write(Now, task.Cpu, statistics.Transfers);
        statistics.CountFree(sections);
        Enter(task, mode);
        return done - Now;
    }

    /// <inheritdoc/>
    private protected override long GiveBack(SimTask task, LockMode mode, int sections)
    {
        var statistics = Statistics(mode);
        Leave(task, mode, statistics);
        var visible = Line.Write(ReleasedAt, task.Cpu, statistics.Transfers);
        if (!IsFree) return visible - ReleasedAt;
        return visible - ReleasedAt + PassOn(task, visible);
    }

    /// <inheritdoc/>
    public override void Woken(SimTask task)
    {
        if (task.AlreadyOwns)
        {
            task.Granted();
            return;
        }

        if (IsFree && (HandOffTo is null || HandOffTo == task))
        {
            Sleepers.Remove(task);
            HandOffTo = null;
            _writer = task;
            task.Granted(Line.Write(Now, task.Cpu, Statistics(LockMode.Write).Transfers) - Now);
            return;
        }

        if (HandsOff && Sleepers.Head == task && Now - task.QueuedAt > HandOffAfterPs) HandOffTo = task;
        if (HandOffTo == task && _writer is { OnCpu: true }) task.Spin(this);
        else task.Sleep(this);
    }

    /// <inheritdoc/>
    public override void Acquired(SimTask task)
    {
        Statistics(task.WaitMode).CountContended(Now - task.WaitStart, task.WaitSections);
        if (task.QueuedAt >= 0) Statistics(task.WaitMode).CountTraced(Now - task.QueuedAt);
        if (!task.AlreadyOwns)
        {
            Remember(task, task.WaitMode);
            Enter(task, task.WaitMode);
        }

        task.AlreadyOwns = false;
    }

    /// <inheritdoc/>
    private protected override void Forget(SimTask task, LockMode mode)
    {
        if (mode != LockMode.Read) task.NoteReleased(this);
    }

    /// <inheritdoc/>
    protected override bool IsIdle => IsFree && Sleepers.Count == 0;

    private bool IsFree => _writer is null && _readers == 0;

    private bool HandsOff => _generation != RwSemGeneration.Xadd;

    private bool ReaderMayEnter()
    {
        if (_writer is not null || HandOffTo is not null) return false;
        if (Sleepers.Count == 0) return true;
        if (_generation == RwSemGeneration.ReaderSpin) return !_readersNotSpinnable && Spinners.Count == 0;
        // 5.11 and later: a reader steals a lock that nobody owns; beside other readers it queues (rcnt > 1, where rcnt counts itself).
        return _generation == RwSemGeneration.ReaderSteal && _readers == 0;
    }

    private bool MaySpin(SimTask task, LockMode mode)
    {
        if (Scheduler.ShouldYield(task.Cpu)) return false;
        if (mode == LockMode.Read && _generation != RwSemGeneration.ReaderSpin) return false;
        return HeadMaySpin;
    }

    // rwsem_can_spin_on_owner and rwsem_spin_on_owner, rwsem.c v6.12: nothing but the owner and its flags decide; that a waiter asked for a hand-off does not.
    private protected override bool HeadMaySpin => _writer is not null ? _writer.OnCpu : HandsOff ? !_readersNotSpinnable : _readers == 0;

    private void Spin(SimTask task)
    {
        SpinFor(task);
        LimitSpinning();
    }

    private void Enter(SimTask task, LockMode mode)
    {
        TellHeld(task, mode);
        if (mode == LockMode.Read)
        {
            if (_readers++ == 0) HoldBegins();
            return;
        }

        _writer = task;
        _readersNotSpinnable = false;
        _spinLimit.Cancel();
        HoldBegins();
    }

    // Nobody asks whether a reader runs.
    private void Remember(SimTask task, LockMode mode)
    {
        if (mode != LockMode.Read) task.NoteOwned(this);
    }

    private void Leave(SimTask task, LockMode mode, LockStatistics statistics)
    {
        TellReleased(task, mode);
        if (mode == LockMode.Read)
        {
            if (--_readers > 0) return;
            _readersNotSpinnable = false;
        }
        else
        {
            _writer = null;
        }

        HoldEnds(statistics);
    }

    /// <summary>Passes a lock that has become free on; returns the waker's cost in ps.</summary>
    private long PassOn(SimTask releaser, long visible)
    {
        var first = Sleepers.Head;
        if (HandOffTo is { } chosen)
        {
            if (chosen.State == TaskState.Spinning)
            {
                Sleepers.Remove(chosen);
                HandOffTo = null;
                GiveTo(chosen, visible);
            }
            else if (chosen.WaitMode == LockMode.Read)
            {
                HandOffTo = null;
                return GrantReaders(releaser);
            }
            else
            {
                chosen.Wake(releaser.Cpu);
            }

            return 0;
        }

        if (Spinners.Count > 0)
        {
            GiveToSpinners(visible);
            if (first is null || !HandsOff || Now - first.QueuedAt <= HandOffAfterPs) return 0;
            // The first sleeper waited too long: a reader sets the hand-off from here (rwsem_mark_wake), a writer when it runs.
            if (first.WaitMode == LockMode.Read) HandOffTo = first;
            else first.Wake(releaser.Cpu);
            return 0;
        }

        if (first is null) return 0;
        if (first.WaitMode == LockMode.Read) return GrantReaders(releaser);
        return first.Wake(releaser.Cpu) ? WakePs(releaser, first) : 0;
    }

    // ttwu_queue_cond, kernel/sched/core.c v6.12: a CPU of another L3 activates the task itself, and since 6.0 an idle one too, for which the generation since 5.11 stands here.
    private long WakePs(SimTask waker, SimTask sleeper)
    {
        var hardware = Scheduler.Hardware;
        var isQueued = hardware.L3Of[waker.Cpu] != hardware.L3Of[sleeper.Cpu] || (_generation == RwSemGeneration.ReaderSteal && Scheduler.IdleCpus > 0);
        return (long)((isQueued ? QueuedWakeInstructions : WakeInstructions) * hardware.PsPerInstruction[(int)WorkClass.Attach]);
    }

    // A reader leaves the spin queue as soon as it has the lock, and the next one, if a reader too, gets in beside it.
    private void GiveToSpinners(long visible)
    {
        var spinner = Spinners.Dequeue();
        var taken = GiveTo(spinner, visible);
        while (spinner.WaitMode == LockMode.Read && Spinners.Head is { WaitMode: LockMode.Read })
        {
            spinner = Spinners.Dequeue();
            taken = GiveTo(spinner, taken);
        }

        LimitSpinning();
    }

    // Who spins on behind readers has their limit.
    private void LimitSpinning()
    {
        if (_writer is null && Spinners.Count > 0 && !_spinLimit.IsScheduled) _spinLimit.Start(_readers);
    }

    private long GiveTo(SimTask spinner, long visible)
    {
        if (spinner.WaitMode == LockMode.Write)
        {
            _writer = spinner;
        }
        else
        {
            Enter(spinner, LockMode.Read);
            spinner.AlreadyOwns = true;
        }

        var taken = TakenBySpinner(spinner, visible, Statistics(spinner.WaitMode));
        spinner.GrantAt(taken);
        return taken;
    }

    // Readers own the lock from here, asleep: 256 of the queue at most, or in the oldest generation all those in a row at its head.
    private long GrantReaders(SimTask releaser)
    {
        var (granted, waking) = (0, 0L);
        var limit = _generation == RwSemGeneration.Xadd ? int.MaxValue : MaxReadersWoken;
        for (var waiter = Sleepers.Head; waiter is not null && granted < limit;)
        {
            var next = waiter.NextInQueue;
            if (waiter.WaitMode == LockMode.Read)
            {
                Sleepers.Remove(waiter);
                Enter(waiter, LockMode.Read);
                waiter.AlreadyOwns = true;
                granted++;
                if (waiter.Wake(releaser.Cpu, waking)) waking += WakePs(releaser, waiter);
            }
            else if (_generation == RwSemGeneration.Xadd)
            {
                break;
            }

            waiter = next;
        }

        LimitSpinning();
        return waking;
    }

    /// <summary>Spinning on readers ends after (20 + min(readers, 30)) / 2 microseconds; then nobody spins on these readers (rwsem.c v5.4:775-788).</summary>
    private sealed class ReaderSpinLimit(RwSem owner) : Process(owner.Scheduler.Simulation)
    {
        internal void Start(int readers) => Timeout(SimSpan.FromMicroseconds((20 + Math.Min(readers, 30)) / 2.0));

        protected override void Resume()
        {
            if (owner._readers == 0) return;
            owner._readersNotSpinnable = true;
            owner.HeadGivesUp();
        }
    }
}
