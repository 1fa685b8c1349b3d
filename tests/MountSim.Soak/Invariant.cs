namespace MountSim.Soak;

/// <summary>What must hold in every storm.</summary>
public enum Invariant
{
    /// <summary>A lock has one holder, or only readers; none begins before the last exclusive hold is over.</summary>
    MutualExclusion,

    /// <summary>Who waited for a lock and goes on has it.</summary>
    WaitsEndWithTheLock,

    /// <summary>Every wait of a start ends; where a wait is cut off by the end of the run, somebody holds what it is for, or it was just let go.</summary>
    NoLostWakeUp,

    /// <summary>No event comes before the one before it.</summary>
    TimeNeverBack,

    /// <summary>A task has one CPU, a CPU one task; who works or spins has one.</summary>
    OneTaskACpu,

    /// <summary>Busy and idle time of all CPUs is wall time times CPUs; the busy part is what tasks ran and what the scheduler counted.</summary>
    CpuTimeAddsUp,

    /// <summary>Every hold taken is given back in the mode it was taken in; only who the end of the run cuts off still has one.</summary>
    LocksGivenBack,

    /// <summary>When all containers have stopped, the host has the mounts and the receivers it had; while they run, theirs besides.</summary>
    MountTableBalanced,

    /// <summary>Of one kind of grace period, one runs at a time.</summary>
    GracePeriodsInTurn,
}
