using MountSim.Engine;
using MountSim.Model.Kernels;
using MountSim.Model.Machines;
using MountSim.Model.Simulation;

namespace MountSim.Model.Locks;

/// <summary>
/// What mutex and rwsem share: writers that find the lock owned spin while its owner runs (an MCS queue, the optimistic spin queue: only its head looks at the
/// lock) and sleep in a queue otherwise. Holders may be preempted and may sleep.
/// </summary>
public abstract class SleepingLock : SimLock
{
    private protected TaskQueue Spinners;
    private protected TaskQueue Sleepers;

    // The first sleeper once it has asked for the next release. It stands among the sleepers, and spins or sleeps.
    private protected SimTask? HandOffTo;

    private readonly GivingUp _givingUp;

    private protected SleepingLock(Scheduler scheduler, CacheLine line) : base(scheduler, line) => _givingUp = new GivingUp(this);

    /// <summary>Tasks that spin for the lock now.</summary>
    public int SpinningWaiters => Spinners.Count;

    /// <summary>Tasks that sleep for the lock now.</summary>
    public int SleepingWaiters => Sleepers.Count;

    /// <inheritdoc/>
    public sealed override void AskedToYield(SimTask task)
    {
        // need_resched() ends optimistic spinning, also that of the waiter for a hand-off, which sleeps where it stands.
        if (task == HandOffTo)
        {
            task.Sleep(this);
        }
        else if (IsSpinner(task))
        {
            Spinners.Remove(task);
            SleepFor(task);
        }
    }

    internal sealed override void OwnerLeftCpu(SimTask owner)
    {
        HeadGivesUp();
        if (HandOffTo is { State: TaskState.Spinning } waiter) waiter.Sleep(this);
    }

    /// <summary>Remembers how a task waits, from now on.</summary>
    private protected void StartWait(SimTask task, LockMode mode, int sections)
    {
        task.WaitMode = mode;
        task.WaitSections = sections;
        task.WaitStart = Now;
        task.AlreadyOwns = false;
        task.QueuedAt = -1;
    }

    private protected void SpinFor(SimTask task)
    {
        Spinners.Enqueue(task);
        task.Spin(this);
    }

    private protected void SleepFor(SimTask task)
    {
        task.QueuedAt = Now;
        Sleepers.Enqueue(task);
        task.Sleep(this);
    }

    /// <summary>True while whoever heads the optimistic spin queue has a reason to spin on.</summary>
    private protected abstract bool HeadMaySpin { get; }

    /// <summary>The spinning head has no reason to spin on: it sleeps, and those behind it look for themselves, one after the other.</summary>
    private protected void HeadGivesUp()
    {
        if (Spinners.Count > 0 && !_givingUp.IsScheduled) _givingUp.Timeout(SimSpan.Zero);
    }

    /// <summary>When a spinner that reads the lock word at an instant (ps) owns it: a read transfer and an upgrade.</summary>
    private protected long TakenBySpinner(SimTask spinner, long visible, LockStatistics statistics)
    {
        var read = Line.Read(visible, spinner.Cpu, statistics.Transfers);
        return Line.Write(read, spinner.Cpu, statistics.Transfers);
    }

    private bool IsSpinner(SimTask task)
    {
        for (var spinner = Spinners.Head; spinner is not null; spinner = spinner.NextInQueue)
        {
            if (spinner == task) return true;
        }

        return false;
    }

    /// <summary>
    /// The head passes its place in the queue on (a transfer of the next one's node), the next one reads the lock's word, and sleeps too unless it may spin again
    /// by then (kernel/locking/osq_lock.c osq_unlock; rwsem.c v6.12 rwsem_optimistic_spin:862, mutex.c mutex_optimistic_spin).
    /// </summary>
    private sealed class GivingUp(SleepingLock owner) : Process(owner.Scheduler.Simulation)
    {
        protected override void Resume()
        {
            if (owner.Spinners.Count == 0 || owner.HeadMaySpin) return;
            var head = owner.Spinners.Dequeue();
            owner.SleepFor(head);
            if (owner.Spinners.Head is not { } next) return;
            var isHead = owner.Now + owner.Scheduler.Hardware.Transfer(head.Cpu, next.Cpu);
            TimeoutAt(new SimTime(owner.Line.Read(isHead, next.Cpu, owner.Statistics(next.WaitMode).Transfers)));
        }
    }
}
