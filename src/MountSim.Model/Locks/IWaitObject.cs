using MountSim.Model.Simulation;

namespace MountSim.Model.Locks;

/// <summary>Something that tasks wait for: a lock, a grace period, another task's service.</summary>
public interface IWaitObject
{
    /// <summary>A small number that tells the wait objects of one simulation apart.</summary>
    int WaitIndex { get; set; }

    /// <summary>A waiter that slept has a CPU again: it takes what it waits for, or sleeps on.</summary>
    void Woken(SimTask task);

    /// <summary>The waiter has it from now on.</summary>
    void Acquired(SimTask task);

    /// <summary>The scheduler wants a spinning waiter's CPU; the waiter may sleep instead (optimistic spinning) or ignore it (a spinlock).</summary>
    void AskedToYield(SimTask task);
}
