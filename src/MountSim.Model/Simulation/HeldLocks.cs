using System.Runtime.CompilerServices;
using MountSim.Model.Locks;

namespace MountSim.Model.Simulation;

/// <summary>The sleeping locks that a task owns, within the task.</summary>
internal struct HeldLocks
{
    private Places _places;
    private int _count;

    /// <summary>True when there is one.</summary>
    public readonly bool Any => _count > 0;

    /// <summary>The task owns another.</summary>
    public void Add(SimLock owned) => _places[_count++] = owned;

    /// <summary>The task no longer owns one; the order is not kept.</summary>
    public void Remove(SimLock released)
    {
        var at = _count - 1;
        while (_places[at] != released) at--;
        _places[at] = _places[--_count];
        _places[_count] = null;
    }

    /// <summary>Tells all that their owner has left its CPU: who spins for one cares.</summary>
    public readonly void TellThatOwnerLeftCpu(SimTask owner)
    {
        for (var i = 0; i < _count; i++) _places[i]!.OwnerLeftCpu(owner);
    }

    [InlineArray(Kernels.KernelCheck.MaxSleepingLocks)]
    private struct Places
    {
        private SimLock? _first;
    }
}
