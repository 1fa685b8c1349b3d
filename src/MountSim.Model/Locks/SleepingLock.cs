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

    private protected SleepingLock(Scheduler scheduler, CacheLine line) : base(scheduler, line)
    {
    }

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
        StopSpinning();
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

    /// <summary>All optimistic spinners give up and sleep, in their order.</summary>
    private protected void StopSpinning()
    {
        for (var left = Spinners.Count; left > 0; left--) SleepFor(Spinners.Dequeue());
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
}
