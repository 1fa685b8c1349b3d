using MountSim.Model.Kernels;

namespace MountSim.Model.Simulation;

/// <summary>One step of a compiled script: flat, so that the interpreter runs it without recursion or allocation.</summary>
internal struct Instruction
{
    /// <summary>What to do.</summary>
    public OpCode Code;

    /// <summary>The lock's index; for <see cref="OpCode.GracePeriod"/> 1 when expedited; for <see cref="OpCode.Effect"/> the kind.</summary>
    public int Target;

    /// <summary>The matching instruction: an Acquire's Release, a RepeatBegin's RepeatEnd and back, a Check's end of the ref walk.</summary>
    public int Match;

    /// <summary>An Acquire whose section only computes: its length is known beforehand. A Sample right behind another: both are one moment.</summary>
    public bool IsPlain;

    /// <summary>A plain Acquire whose section has the same length every time.</summary>
    public bool IsFixed;

    /// <summary>An Acquire or Release of a lock that every mount namespace has one of.</summary>
    public bool PerNamespace;

    /// <summary>How a lock is taken.</summary>
    public LockMode Mode;

    /// <summary>The class of work.</summary>
    public WorkClass Class;

    /// <summary>Who owns the lines of a CPU loop.</summary>
    public CpuLineSharing Sharing;

    /// <summary>Instructions, loop count, or mounts; null when it is <see cref="Constant"/>.</summary>
    public Expression? Law;

    /// <summary>
    /// The law's value when it does not depend on the state; the picoseconds of an <see cref="OpCode.Fixed"/>, and of the section of an Acquire that
    /// <see cref="IsFixed"/>.
    /// </summary>
    public double Constant;

    /// <summary>What its time is multiplied by: 1 but for a what-if.</summary>
    public double Scale;

    /// <summary>Instructions for each unit of the law: 1 in a plain computation, a component, a CPU, a poller.</summary>
    public double PerUnit;

    /// <summary>Instructions for each poller that is left to an idle CPU.</summary>
    public double PerQueued;
}
