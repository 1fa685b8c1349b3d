using System.Globalization;
using CsCheck;
using MountSim.Model.Kernels;

namespace MountSim.Model.Tests.Kernels;

public class ExpressionTests
{
    private static readonly Gen<(string Text, Func<double[], double> Value)> Laws = Gen.Recursive<(string Text, Func<double[], double> Value)>((depth, inner) =>
        depth >= 5
            ? Leaf
            : Gen.Frequency(
                (2, Leaf),
                (3, Gen.Select(inner, OneOf('+', '-', '*'), inner, (a, op, b) => ($"({a.Text} {op} {b.Text})", Apply(op, a.Value, b.Value)))),
                (1, Gen.Select(inner, inner, (a, b) => ($"min({a.Text}, {b.Text})", (Func<double[], double>)(v => Math.Min(a.Value(v), b.Value(v)))))),
                (1, Gen.Select(inner, inner, (a, b) => ($"max({a.Text},{b.Text})", (Func<double[], double>)(v => Math.Max(a.Value(v), b.Value(v)))))),
                (1, inner.Select(a => ($"-{a.Text}", (Func<double[], double>)(v => -a.Value(v))))),
                (1, inner.Select(a => ($"ceil({a.Text})", (Func<double[], double>)(v => Math.Ceiling(a.Value(v)))))),
                (1, inner.Select(a => ($"floor({a.Text})", (Func<double[], double>)(v => Math.Floor(a.Value(v))))))));

    private static Gen<(string Text, Func<double[], double> Value)> Leaf => Gen.OneOf<(string, Func<double[], double>)>(
        Gen.Int[0, 1000].Select(n => ((n / 8.0).ToString(CultureInfo.InvariantCulture), (Func<double[], double>)(_ => n / 8.0))),
        OneOf("C", "N", "tree").Select(name => (name, (Func<double[], double>)(v => v[VariableNames.IndexOf(name)!.Value]))));

    [Theory]
    [InlineData("1 + 2 * 3", 7)]
    [InlineData("(1 + 2) * 3", 9)]
    [InlineData("10 - 4 - 3", 3)]
    [InlineData("64 / 4 / 2", 8)]
    [InlineData("-2 * -3", 6)]
    [InlineData("2 - -3", 5)]
    [InlineData("1.5e3 + 2E-1", 1500.2)]
    [InlineData("min(3, max(1, 2))", 2)]
    [InlineData("ceil(2.1) + floor(2.9) + log2(8)", 8)]
    public void Arithmetic_follows_the_usual_order(string text, double value)
    {
        var law = Expression.Parse(text, "test:1:1");
        Assert.True(law.IsConstant);
        Assert.Equal(value, law.Evaluate([]), 9);
    }

    [Theory]
    [InlineData("C", "cpus", Variable.Cpus)]
    [InlineData("N", "mounts", Variable.Mounts)]
    [InlineData("T", "tree", Variable.Tree)]
    [InlineData("P", "receivers", Variable.Receivers)]
    [InlineData("R", "pollers", Variable.Pollers)]
    [InlineData("L", "layers", Variable.Layers)]
    [InlineData("tasks", "tasks", Variable.Tasks)]
    [InlineData("components", "components", Variable.Components)]
    [InlineData("children", "children", Variable.Children)]
    public void Variables_have_a_long_and_a_short_name(string shortName, string longName, Variable variable)
    {
        var values = new double[VariableNames.Count];
        values[(int)variable] = 42;
        Assert.Equal(42, Expression.Parse(shortName, "test:1:1").Evaluate(values));
        Assert.Equal(42, Expression.Parse(longName, "test:1:1").Evaluate(values));
    }

    [Theory]
    [InlineData("", "column 1")]
    [InlineData("1 +", "column 4")]
    [InlineData("2 * (3 + 4", "column 11")]
    [InlineData("2 3", "column 3")]
    [InlineData("mount + 1", "did you mean 'mounts'?")]
    [InlineData("cei(2)", "did you mean 'ceil'?")]
    [InlineData("min(1)", "column 6")]
    [InlineData("1.2.3", "'1.2.3' is not a number")]
    [InlineData("1 / 0", "not a finite number")]
    [InlineData("2 % 3", "column 3")]
    public void A_wrong_law_names_place_text_and_column(string text, string expected)
    {
        var error = Assert.Throws<ModelException>(() => Expression.Parse(text, "kernel.yaml:7:9"));
        Assert.StartsWith("kernel.yaml:7:9: law '" + text + "'", error.Message, StringComparison.Ordinal);
        Assert.Contains(expected, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Nesting_is_bounded() =>
        Assert.Throws<ModelException>(() => Expression.Parse(new string('(', 100_000), "test:1:1"));

    [Fact]
    public void Other_names_are_resolved_by_the_caller()
    {
        var law = Expression.Parse("volumes * 2 + 1", "runc.yaml:3:4", name => name == "volumes" ? 0 : null, ["volumes"]);
        Assert.Equal(7, law.Evaluate([3]));
        Assert.True(law.Uses(0));
    }

    [Fact]
    public void Random_laws_have_the_value_of_their_tree() => Gen.Select(Laws, Values).Sample((law, values) =>
        Equal(law.Value(values), Expression.Parse(law.Text, "test:1:1").Evaluate(values)));

    [Fact]
    public void Binding_some_values_changes_nothing_but_the_names_left() => Gen.Select(Laws, Values).Sample((law, values) =>
    {
        var bound = Expression.Parse(law.Text, "test:1:1").Bind(new Dictionary<int, double> { [(int)Variable.Cpus] = values[(int)Variable.Cpus] });
        return !bound.Uses((int)Variable.Cpus) && Equal(law.Value(values), bound.Evaluate(values));
    });

    [Fact]
    public void Binding_all_values_leaves_a_constant()
    {
        var law = Expression.Parse("2000 + 80 * C", "test:1:1").Bind(new Dictionary<int, double> { [(int)Variable.Cpus] = 16 });
        Assert.True(law.IsConstant);
        Assert.Equal(3280, law.ConstantValue);
        Assert.Equal("2000 + 80 * C", law.Text);
    }

    [Fact]
    public void Evaluating_allocates_nothing()
    {
        var law = Expression.Parse("max(C, 2) * (N + 1) - ceil(T / 3)", "test:1:1");
        var values = new double[VariableNames.Count];
        law.Evaluate(values);
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 1000; i++)
            law.Evaluate(values);
        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
    }

    private static Gen<T> OneOf<T>(params T[] items) => Gen.Int[0, items.Length - 1].Select(i => items[i]);

    private static Gen<double[]> Values => Gen.Int[-100, 1000].Select(n => (double)n).Array[VariableNames.Count];

    private static Func<double[], double> Apply(char op, Func<double[], double> a, Func<double[], double> b) => op switch
    {
        '+' => v => a(v) + b(v),
        '-' => v => a(v) - b(v),
        _ => v => a(v) * b(v),
    };

    private static bool Equal(double a, double b) => a == b || Math.Abs(a - b) <= 1e-9 * Math.Abs(a);
}
