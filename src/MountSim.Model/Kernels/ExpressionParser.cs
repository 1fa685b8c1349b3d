using System.Globalization;
using MountSim.Model.Yaml;

namespace MountSim.Model.Kernels;

/// <summary>Recursive descent over a law's text: sum, product, sign, primary.</summary>
internal sealed class ExpressionParser(string text, string place, Func<string, int?> resolve, IReadOnlyCollection<string> names)
{
    private const int MaxNesting = 50;

    private static readonly Dictionary<string, ExpressionOp> Functions = new(StringComparer.Ordinal)
    {
        ["min"] = ExpressionOp.Minimum,
        ["max"] = ExpressionOp.Maximum,
        ["ceil"] = ExpressionOp.Ceiling,
        ["floor"] = ExpressionOp.Floor,
        ["log2"] = ExpressionOp.Log2,
    };

    private readonly ExpressionBuilder builder = new();
    private int at;
    private int nesting;

    public Expression Parse()
    {
        Sum();
        if (Peek() != '\0')
            throw Error($"found '{text[at]}'; allowed: an operator or the end");
        var law = builder.Build(text);
        return law.IsConstant && !double.IsFinite(law.ConstantValue) ? throw Error("the value is not a finite number") : law;
    }

    private void Sum()
    {
        Product();
        while (Peek() is '+' or '-')
        {
            var op = text[at++] == '+' ? ExpressionOp.Add : ExpressionOp.Subtract;
            Product();
            builder.Operation(op);
        }
    }

    private void Product()
    {
        Signed();
        while (Peek() is '*' or '/')
        {
            var op = text[at++] == '*' ? ExpressionOp.Multiply : ExpressionOp.Divide;
            Signed();
            builder.Operation(op);
        }
    }

    private void Signed()
    {
        var negative = false;
        for (; Peek() is '-' or '+'; at++)
            negative ^= text[at] == '-';
        if (++nesting > MaxNesting)
            throw Error($"nested more than {MaxNesting} deep");
        Primary();
        nesting--;
        if (negative)
            builder.Operation(ExpressionOp.Negate);
    }

    private void Primary()
    {
        var next = Peek();
        if (next == '(')
        {
            at++;
            Sum();
            Expect(')');
        }
        else if (char.IsAsciiDigit(next) || next == '.')
            Number();
        else if (char.IsAsciiLetter(next) || next == '_')
            Name();
        else
            throw Error($"found {(next == '\0' ? "the end" : $"'{next}'")}; allowed: a number, a name or '('");
    }

    private void Number()
    {
        var start = at;
        while (at < text.Length && (char.IsAsciiDigit(text[at]) || text[at] == '.'))
            at++;
        var exponent = at + (at + 1 < text.Length && text[at + 1] is '+' or '-' ? 2 : 1);
        if (at < text.Length && text[at] is 'e' or 'E' && exponent < text.Length && char.IsAsciiDigit(text[exponent]))
            for (at = exponent; at < text.Length && char.IsAsciiDigit(text[at]);)
                at++;
        var digits = text[start..at];
        if (!double.TryParse(digits, NumberStyles.Float, CultureInfo.InvariantCulture, out var value))
            throw Error($"'{digits}' is not a number", start);
        builder.Constant(value);
    }

    private void Name()
    {
        var start = at;
        while (at < text.Length && (char.IsAsciiLetterOrDigit(text[at]) || text[at] == '_'))
            at++;
        var name = text[start..at];
        if (Peek() == '(')
            Call(name, start);
        else if (resolve(name) is { } index)
            builder.Value(index);
        else
            throw Error($"unknown name '{name}'; {NearestName.Hint(name, names)}", start);
    }

    private void Call(string name, int start)
    {
        if (!Functions.TryGetValue(name, out var op))
            throw Error($"unknown function '{name}'; {NearestName.Hint(name, Functions.Keys)}", start);
        Expect('(');
        Sum();
        if (op is ExpressionOp.Minimum or ExpressionOp.Maximum)
        {
            Expect(',');
            Sum();
        }

        Expect(')');
        builder.Operation(op);
    }

    private void Expect(char wanted)
    {
        var next = Peek();
        if (next != wanted)
            throw Error($"found {(next == '\0' ? "the end" : $"'{next}'")}; allowed: '{wanted}'");
        at++;
    }

    private char Peek()
    {
        while (at < text.Length && char.IsWhiteSpace(text[at]))
            at++;
        return at < text.Length ? text[at] : '\0';
    }

    private ModelException Error(string problem, int? position = null) =>
        new(place, string.Create(CultureInfo.InvariantCulture, $"law '{text}', column {(position ?? at) + 1}: {problem}"));
}
