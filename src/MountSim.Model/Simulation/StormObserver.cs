using MountSim.Model.Kernels;
using MountSim.Model.Locks;

namespace MountSim.Model.Simulation;

/// <summary>
/// Watches one replication from outside: who has which CPU, what for, who holds and who waits. It is told and changes nothing, so that a watched run is the run it
/// would be unwatched; a run without one pays a look at a null. All times are picoseconds since the start.
/// </summary>
public abstract class StormObserver
{
    /// <summary>The run begins on this kernel and its machine.</summary>
    public abstract void Began(SimKernel kernel);

    /// <summary>A CPU is given to a task, or to none.</summary>
    public abstract void Switched(long now, int cpu, SimTask? task);

    /// <summary>A task, on its CPU, begins an operation of the kernel (null: user code), now or after what it still has to compute.</summary>
    public abstract void Works(long at, SimTask task, string? operation);

    /// <summary>A task begins to spin on its CPU, or ends to.</summary>
    public abstract void Spins(long now, SimTask task, bool begins);

    /// <summary>So many tasks wait for a CPU from now on.</summary>
    public abstract void Queued(long now, int runnable);

    /// <summary>A task begins to wait.</summary>
    public abstract void WaitBegan(long now, SimTask task, IWaitObject on);

    /// <summary>A task has what it waited for since an instant.</summary>
    public abstract void WaitEnded(long now, SimTask task, IWaitObject on, long since);

    /// <summary>A lock is held by a task; a batch of a loop's short holds is told as one.</summary>
    public abstract void Held(long at, SimLock held, SimTask task, LockMode mode);

    /// <summary>A task gives a lock back at an instant: now, or later where the hold's length is known beforehand.</summary>
    public abstract void Released(long at, SimLock held, SimTask task, LockMode mode);

    /// <summary>A grace period began, and when it will end.</summary>
    public abstract void GracePeriod(GracePeriods which, long from, long to);

    /// <summary>A container's start is issued.</summary>
    public abstract void Issued(long now, int container);

    /// <summary>A container was started.</summary>
    public abstract void Started(long now, int container);

    /// <summary>The run is over.</summary>
    public abstract void Ended(long now);
}
