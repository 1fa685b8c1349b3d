namespace MountSim.Model.Kernels;

/// <summary>A law: an arithmetic expression over <see cref="Variable"/>s, as model files write it.</summary>
public sealed class Expression
{
    // Written by the kernels part: parser, Evaluate(ReadOnlySpan<double>), Text, IsConstant.
}
