using System.Globalization;
using MountSim.Experiments.Requests;
using MountSim.Model;

namespace MountSim.Experiments.Planning;

/// <summary>A target: a result of a prediction and the limit that it must keep.</summary>
/// <param name="Metric">The result.</param>
/// <param name="AtMost">True when the limit is the most, false when it is the least.</param>
/// <param name="Limit">The limit, in the result's unit, above 0.</param>
public sealed record Slo(SummaryMetric Metric, bool AtMost, double Limit)
{
    private const string Option = "--slo", Allowed = "a result of predict, <= or >=, and a limit above 0, such as start_p99_ms<=10000 or containers_per_s>=50";

    /// <summary>Reads <c>start_p99_ms&lt;=10000</c>; a time may have a unit of its own (<c>start_p99_ms&lt;=10s</c>).</summary>
    /// <exception cref="ModelException">It is no target.</exception>
    public static Slo Parse(string text)
    {
        var at = text.IndexOfAny(['<', '>']);
        if (at <= 0 || at + 1 >= text.Length || text[at + 1] != '=') throw Refuse(text);
        var metric = SummaryMetric.Find(text[..at].Trim(), Option);
        var (number, scale) = WithUnit(text[(at + 2)..].Trim(), metric.Name.EndsWith("_ms", StringComparison.Ordinal));
        return Numbers.TryReal(number, out var limit) && limit > 0 ? new Slo(metric, text[at] == '<', limit * scale) : throw Refuse(text);
    }

    /// <summary>How a value stands to the limit: 1 and less keeps it.</summary>
    public double Margin(double value) => AtMost ? value / Limit : value > 0 ? Limit / value : double.PositiveInfinity;

    /// <summary>As <see cref="Parse"/> reads it.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Metric.Name}{(AtMost ? "<=" : ">=")}{Limit}");

    private static (string Number, double Scale) WithUnit(string text, bool isTime) => text switch
    {
        _ when isTime && text.EndsWith("ms", StringComparison.Ordinal) => (text[..^2], 1),
        _ when isTime && text.EndsWith('s') => (text[..^1], 1000),
        _ => (text, 1),
    };

    private static ModelException Refuse(string text) => new(Option, $"found '{text}'; allowed: {Allowed}");
}
