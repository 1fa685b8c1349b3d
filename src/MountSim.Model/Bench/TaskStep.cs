using MountSim.Model.Kernels;
using MountSim.Model.Locks;

namespace MountSim.Model.Bench;

/// <summary>One thing that a <see cref="ScriptedTask"/> does.</summary>
/// <param name="What">Which.</param>
/// <param name="Lock">The lock it concerns; null for none.</param>
/// <param name="Mode">How the lock is taken.</param>
/// <param name="Picoseconds">How long it lasts.</param>
public readonly record struct TaskStep(TaskStep.Kind What, SimLock? Lock, LockMode Mode, long Picoseconds)
{
    /// <summary>What tasks do.</summary>
    public enum Kind
    {
        /// <summary>Computes.</summary>
        Run,
        /// <summary>Gives up its CPU for a time.</summary>
        Sleep,
        /// <summary>Takes a lock.</summary>
        Acquire,
        /// <summary>Releases it.</summary>
        Release,
        /// <summary>Takes a free lock for a known time.</summary>
        HoldFor,
        /// <summary>read_seqbegin.</summary>
        Sample,
        /// <summary>read_seqretry.</summary>
        Look,
    }

    /// <summary>Computes.</summary>
    public static TaskStep Run(long picoseconds) => new(Kind.Run, null, default, picoseconds);

    /// <summary>Gives up its CPU for a time.</summary>
    public static TaskStep Sleep(long picoseconds) => new(Kind.Sleep, null, default, picoseconds);

    /// <summary>Takes a lock.</summary>
    public static TaskStep Acquire(SimLock simLock, LockMode mode = LockMode.Write) => new(Kind.Acquire, simLock, mode, 0);

    /// <summary>Releases it.</summary>
    public static TaskStep Release(SimLock simLock, LockMode mode = LockMode.Write) => new(Kind.Release, simLock, mode, 0);

    /// <summary>Takes the lock for a known time if it is free; whether it was is in <see cref="ScriptedTask.HeldForATime"/>.</summary>
    public static TaskStep HoldFor(SimLock simLock, LockMode mode, long picoseconds) => new(Kind.HoldFor, simLock, mode, picoseconds);

    /// <summary>read_seqbegin.</summary>
    public static TaskStep Sample(SeqLock seqLock) => new(Kind.Sample, seqLock, default, 0);

    /// <summary>read_seqretry; the answer is in <see cref="ScriptedTask.SawChange"/>.</summary>
    public static TaskStep Look(SeqLock seqLock) => new(Kind.Look, seqLock, default, 0);
}
