using MountSim.Model.Kernels;
using MountSim.Model.Locks;

namespace MountSim.Model.Tests.Locks;

/// <summary>One thing that a <see cref="ScriptedTask"/> does.</summary>
public readonly record struct TaskStep(TaskStep.Kind What, SimLock? Lock, LockMode Mode, long Picoseconds)
{
    public enum Kind
    {
        Run,
        Sleep,
        Acquire,
        Release,
        HoldFor,
        Sample,
        Look,
    }

    public static TaskStep Run(long picoseconds) => new(Kind.Run, null, default, picoseconds);

    public static TaskStep Sleep(long picoseconds) => new(Kind.Sleep, null, default, picoseconds);

    public static TaskStep Acquire(SimLock simLock, LockMode mode = LockMode.Write) => new(Kind.Acquire, simLock, mode, 0);

    public static TaskStep Release(SimLock simLock, LockMode mode = LockMode.Write) => new(Kind.Release, simLock, mode, 0);

    /// <summary>Takes the lock for a known time if it is free; whether it was is in <see cref="ScriptedTask.HeldForATime"/>.</summary>
    public static TaskStep HoldFor(SimLock simLock, LockMode mode, long picoseconds) => new(Kind.HoldFor, simLock, mode, picoseconds);

    /// <summary>read_seqbegin.</summary>
    public static TaskStep Sample(SeqLock seqLock) => new(Kind.Sample, seqLock, default, 0);

    /// <summary>read_seqretry; the answer is in <see cref="ScriptedTask.SawChange"/>.</summary>
    public static TaskStep Look(SeqLock seqLock) => new(Kind.Look, seqLock, default, 0);
}
