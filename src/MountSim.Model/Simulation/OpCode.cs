namespace MountSim.Model.Simulation;

/// <summary>What an <see cref="Instruction"/> of a compiled script does.</summary>
internal enum OpCode
{
    /// <summary>Computation of a length known beforehand.</summary>
    Fixed,

    /// <summary>Computation by a law over the state.</summary>
    Compute,
    CpuLoop,
    Visit,
    Acquire,
    Release,
    RepeatBegin,
    RepeatEnd,
    Sample,
    Check,
    GracePeriod,
    WakePollers,
    Effect,
    End,
}
