namespace MountSim.Model.Simulation;

/// <summary>What an <see cref="Instruction"/> of a compiled script does.</summary>
internal enum OpCode
{
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
