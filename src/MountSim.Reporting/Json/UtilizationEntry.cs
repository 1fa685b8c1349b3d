using System.Text.Json.Serialization;
using MountSim.Experiments;

namespace MountSim.Reporting.Json;

/// <summary>How busy something was over time: shares of one, a number a span.</summary>
internal sealed record UtilizationEntry(
    string Name,
    double SpanMs,
    [property: JsonConverter(typeof(OneLineNumbersConverter))] IReadOnlyList<double> Mean,
    [property: JsonConverter(typeof(OneLineNumbersConverter))] IReadOnlyList<double> Low,
    [property: JsonConverter(typeof(OneLineNumbersConverter))] IReadOnlyList<double> High)
{
    public static UtilizationEntry Of(UtilizationSeries series) => new(series.Name, series.SpanMs, series.Mean, series.Low, series.High);

    public UtilizationSeries Back() => new(Name, SpanMs, Mean, Low, High);
}
