using System.Runtime.CompilerServices;
using MountSim.Model.Locks;

namespace MountSim.Model.Simulation;

/// <summary>The sleeping locks that a task owns, within the task.</summary>
[InlineArray(Kernels.KernelCheck.MaxSleepingLocks)]
internal struct HeldLocks
{
    private SimLock? _first;
}
