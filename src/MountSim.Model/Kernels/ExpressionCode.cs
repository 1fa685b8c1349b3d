using System.Runtime.CompilerServices;

namespace MountSim.Model.Kernels;

/// <summary>One item of a law's postfix code.</summary>
/// <param name="Op">What it does.</param>
/// <param name="Value">The number of a constant.</param>
/// <param name="Index">The index of a named value.</param>
internal readonly record struct ExpressionCode(ExpressionOp Op, double Value, int Index)
{
    /// <summary>How many operands it takes off the stack.</summary>
    public int Operands => Op switch
    {
        ExpressionOp.Constant or ExpressionOp.Value => 0,
        ExpressionOp.Negate or ExpressionOp.Ceiling or ExpressionOp.Floor or ExpressionOp.Log2 => 1,
        _ => 2,
    };

    /// <summary>Applies an operation of one operand.</summary>
    public static double Apply(ExpressionOp op, double x) => op switch
    {
        ExpressionOp.Negate => -x,
        ExpressionOp.Ceiling => Math.Ceiling(x),
        ExpressionOp.Floor => Math.Floor(x),
        ExpressionOp.Log2 => Math.Log2(x),
        _ => throw new InvalidOperationException(op.ToString()),
    };

    /// <summary>Applies an operation of two operands.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Apply(ExpressionOp op, double x, double y) => op switch
    {
        ExpressionOp.Add => x + y,
        ExpressionOp.Subtract => x - y,
        ExpressionOp.Multiply => x * y,
        ExpressionOp.Divide => x / y,
        ExpressionOp.Minimum => Math.Min(x, y),
        ExpressionOp.Maximum => Math.Max(x, y),
        _ => throw new InvalidOperationException(op.ToString()),
    };
}
