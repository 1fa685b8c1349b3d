namespace MountSim.Model.Kernels;

/// <summary>Collects postfix code and folds operations whose operands are all constants as they arrive.</summary>
internal sealed class ExpressionBuilder
{
    private readonly List<ExpressionCode> code = [];
    private int depth;
    private int maxDepth;

    public void Constant(double value) => Add(new(ExpressionOp.Constant, value, 0));

    public void Value(int index) => Add(new(ExpressionOp.Value, 0, index));

    public void Operation(ExpressionOp op) => Add(new(op, 0, 0));

    public void Add(ExpressionCode item)
    {
        depth += 1 - item.Operands;
        maxDepth = Math.Max(maxDepth, depth);
        if (item.Operands == 1 && IsConstant(1))
            code[^1] = code[^1] with { Value = ExpressionCode.Apply(item.Op, code[^1].Value) };
        else if (item.Operands == 2 && IsConstant(1) && IsConstant(2))
        {
            code[^2] = code[^2] with { Value = ExpressionCode.Apply(item.Op, code[^2].Value, code[^1].Value) };
            code.RemoveAt(code.Count - 1);
        }
        else
            code.Add(item);
    }

    public Expression Build(string text) => new(text, [.. code], maxDepth);

    private bool IsConstant(int fromEnd) => code[^fromEnd].Op == ExpressionOp.Constant;
}
