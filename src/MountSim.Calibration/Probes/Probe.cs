using MountSim.Calibration.Syscalls;

namespace MountSim.Calibration.Probes;

/// <summary>
/// One thing measured. A probe lives in a <see cref="Room"/>: all its methods run on the room's thread, in the room's namespace and directory.
/// </summary>
internal abstract class Probe
{
    /// <summary>What it measures, in the order of the recorder's indices.</summary>
    internal abstract IReadOnlyList<CostDefinition> Costs { get; }

    /// <summary>Cycles in a block: enough to be warm, few enough to take turns with the other probes.</summary>
    internal virtual int CyclesPerBlock => 25;

    /// <summary>False where no lock of the mount code is taken.</summary>
    internal virtual bool MeetsLocks => true;

    /// <summary>Makes directories and file descriptors, once. Throws <see cref="SyscallException"/> where the host cannot do it.</summary>
    internal virtual void Prepare()
    {
    }

    /// <summary>Before each block, not timed.</summary>
    internal virtual void Enter()
    {
    }

    /// <summary>After each block, not timed, also when the block failed.</summary>
    internal virtual void Leave()
    {
    }

    /// <summary>Does what is measured once and undoes it; allocates nothing.</summary>
    internal abstract void Cycle(Recorder recorder);

    private protected static void Check(nint result, string call, NativeText subject)
    {
        if (result < 0)
            SyscallException.Check(result, call, subject.Text);
    }
}
