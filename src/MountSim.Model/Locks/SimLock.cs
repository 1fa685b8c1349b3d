using MountSim.Model.Kernels;
using MountSim.Model.Machines;
using MountSim.Model.Simulation;

namespace MountSim.Model.Locks;

/// <summary>A lock of the simulated kernel: an algorithm over cache lines, holders and waiters.</summary>
public abstract class SimLock : IWaitObject
{
    private readonly LockStatistics[] _statistics = new LockStatistics[3];

    /// <summary>A free lock.</summary>
    /// <param name="scheduler">The machine.</param>
    /// <param name="line">The line that its word lives on.</param>
    protected SimLock(Scheduler scheduler, CacheLine line)
    {
        Scheduler = scheduler;
        Line = line;
        for (var i = 0; i < _statistics.Length; i++) _statistics[i] = new LockStatistics();
    }

    /// <summary>The machine.</summary>
    public Scheduler Scheduler { get; }

    /// <summary>The line that the lock's word lives on.</summary>
    public CacheLine Line { get; }

    /// <summary>Time in which anybody held it, ps; complete when the run has ended.</summary>
    public long HeldTotal { get; protected set; }

    /// <inheritdoc/>
    public int WaitIndex { get; set; }

    /// <summary>The current instant, ps.</summary>
    protected long Now => Scheduler.Simulation.Now.Picoseconds;

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
    public abstract long Release(SimTask task, LockMode mode, int sections);

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
}
