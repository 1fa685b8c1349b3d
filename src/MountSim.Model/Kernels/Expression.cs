using System.Runtime.CompilerServices;

namespace MountSim.Model.Kernels;

/// <summary>
/// A law: an arithmetic expression as model files write it: numbers, <c>+ - * / ( )</c>, <c>min max ceil floor log2</c> and named values.
/// Immutable; kept in postfix form with constants folded, so that evaluating it allocates nothing.
/// </summary>
public sealed class Expression
{
    // The kernels' laws need three places on the stack.
    private const int UsualDepth = 4;

    private readonly ExpressionCode[] code;
    private readonly int depth;

    internal Expression(string text, ExpressionCode[] code, int depth)
    {
        Text = text;
        this.code = code;
        this.depth = depth;
    }

    /// <summary>The law as it was written.</summary>
    public string Text { get; }

    /// <summary>True when no named value is left in it.</summary>
    public bool IsConstant => code.Length == 1 && code[0].Op == ExpressionOp.Constant;

    /// <summary>Its value when <see cref="IsConstant"/>.</summary>
    public double ConstantValue => IsConstant ? code[0].Value : throw new InvalidOperationException($"'{Text}' is not constant");

    /// <summary>A law that is a number.</summary>
    public static Expression Constant(double value) =>
        new(value.ToString(System.Globalization.CultureInfo.InvariantCulture), [new(ExpressionOp.Constant, value, 0)], 1);

    /// <summary>A law over the kernels' <see cref="Variable"/>s, by long or short name.</summary>
    /// <param name="text">The law.</param>
    /// <param name="place">File, line and column, for messages.</param>
    /// <exception cref="ModelException">The text is not a law.</exception>
    public static Expression Parse(string text, string place) => Parse(text, place, VariableNames.IndexOf, VariableNames.All);

    /// <summary>A law over other names.</summary>
    /// <param name="text">The law.</param>
    /// <param name="place">File, line and column, for messages.</param>
    /// <param name="resolve">The index of a name in the values given to <see cref="Evaluate"/>, or null for an unknown one.</param>
    /// <param name="names">The names there are, for messages.</param>
    /// <exception cref="ModelException">The text is not a law.</exception>
    public static Expression Parse(string text, string place, Func<string, int?> resolve, IReadOnlyCollection<string>? names = null) =>
        new ExpressionParser(text, place, resolve, names ?? []).Parse();

    /// <summary>The law's value.</summary>
    /// <param name="values">Named values by index.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public double Evaluate(ReadOnlySpan<double> values)
    {
        if (code.Length > 1) return depth <= UsualDepth ? EvaluateFlat(values) : EvaluateDeep(values);
        ref readonly var only = ref code[0];
        return only.Op == ExpressionOp.Constant ? only.Value : values[only.Index];
    }

    // The stack's four places are variables, which the compiler keeps in registers.
    private double EvaluateFlat(ReadOnlySpan<double> values)
    {
        double top = 0, second = 0, third = 0, fourth = 0;
        foreach (ref readonly var item in code.AsSpan())
        {
            switch (item.Op)
            {
                case ExpressionOp.Constant or ExpressionOp.Value:
                    (fourth, third, second) = (third, second, top);
                    top = item.Op == ExpressionOp.Constant ? item.Value : values[item.Index];
                    break;
                case ExpressionOp.Negate or ExpressionOp.Ceiling or ExpressionOp.Floor or ExpressionOp.Log2:
                    top = ExpressionCode.Apply(item.Op, top);
                    break;
                default:
                    top = ExpressionCode.Apply(item.Op, second, top);
                    (second, third) = (third, fourth);
                    break;
            }
        }

        return top;
    }

    private double EvaluateDeep(ReadOnlySpan<double> values)
    {
        Span<double> stack = stackalloc double[depth];
        var height = 0;
        foreach (ref readonly var item in code.AsSpan())
        {
            if (item.Operands < 2)
            {
                if (item.Operands == 0) stack[height++] = item.Op == ExpressionOp.Constant ? item.Value : values[item.Index];
                else stack[height - 1] = ExpressionCode.Apply(item.Op, stack[height - 1]);
                continue;
            }

            height--;
            stack[height - 1] = ExpressionCode.Apply(item.Op, stack[height - 1], stack[height]);
        }

        return stack[0];
    }

    /// <summary>The law with some named values replaced by numbers and its constant parts computed.</summary>
    /// <param name="known">Values by index.</param>
    public Expression Bind(IReadOnlyDictionary<int, double> known)
    {
        var builder = new ExpressionBuilder();
        foreach (var item in code)
        {
            if (item.Op == ExpressionOp.Value && known.TryGetValue(item.Index, out var value))
                builder.Constant(value);
            else
                builder.Add(item);
        }

        return builder.Build(Text);
    }

    /// <summary>True when the law depends on the value of this index.</summary>
    public bool Uses(int index) => Array.Exists(code, item => item.Op == ExpressionOp.Value && item.Index == index);

    /// <summary>True when the law depends on a value other than that of this index.</summary>
    public bool UsesOtherThan(int index) => Array.Exists(code, item => item.Op == ExpressionOp.Value && item.Index != index);

    /// <summary>The text.</summary>
    public override string ToString() => Text;
}
