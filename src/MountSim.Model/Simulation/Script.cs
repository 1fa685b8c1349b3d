using MountSim.Model.Kernels;

namespace MountSim.Model.Simulation;

/// <summary>An operation compiled for one scenario.</summary>
/// <param name="code">Its instructions, of which the last is <see cref="OpCode.End"/>.</param>
internal sealed class Script(Instruction[] code)
{
    /// <summary>The instructions.</summary>
    public Instruction[] Code { get; } = code;

    /// <summary>True when a law of it depends on what other tasks change; the length of a path is the caller's own.</summary>
    public bool DependsOnState { get; } = Array.Exists(code, step => step.Law is { } law && law.UsesOtherThan((int)Variable.Components));
}
