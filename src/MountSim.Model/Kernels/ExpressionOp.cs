namespace MountSim.Model.Kernels;

/// <summary>What one item of a law's postfix code does.</summary>
internal enum ExpressionOp
{
    Constant,
    Value,
    Negate,
    Ceiling,
    Floor,
    Log2,
    Add,
    Subtract,
    Multiply,
    Divide,
    Minimum,
    Maximum,
}
