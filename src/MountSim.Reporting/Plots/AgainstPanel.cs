using System.Globalization;
using MountSim.Experiments.Validation;
using OxyPlot;
using OxyPlot.Annotations;
using OxyPlot.Axes;
using OxyPlot.Legends;
using OxyPlot.Series;

namespace MountSim.Reporting.Plots;

/// <summary>Predicted against known on logarithmic axes, each quantity in its own unit; colour and shape tell the verdict.</summary>
internal static class AgainstPanel
{
    public static PlotModel Build(ValidationReport report, IReadOnlyList<ValidationPoint> points, string font)
    {
        var left = report.Cases.SelectMany(one => one.Rows).Count() - points.Count;
        var omitted = left == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $"; {left} not shown: skipped, zero or without a value");
        var model = PlotStyle.Panel($"{report.Suite}: predicted against {report.Known}", $"each quantity in its own unit, on the line where they agree; stroke: the prediction's interval{omitted}", font);
        var (low, high) = Range(points);
        model.Axes.Add(Logarithmic(AxisPosition.Bottom, report.Known, low, high));
        model.Axes.Add(Logarithmic(AxisPosition.Left, "predicted", low, high));
        model.Annotations.Add(new FunctionAnnotation { Equation = x => x, Color = Palette.Ink, LineStyle = LineStyle.Solid, StrokeThickness = 1 });
        model.Legends.Add(new Legend { LegendPosition = LegendPosition.LeftTop, LegendPlacement = LegendPlacement.Inside });
        model.Series.Add(Intervals(points.Where(point => point.Met), high, Palette.Blue));
        model.Series.Add(Intervals(points.Where(point => !point.Met), high, Palette.Vermillion));
        model.Series.Add(Points("met", points.Where(point => point.Met), MarkerType.Circle, Palette.Blue));
        model.Series.Add(Points("missed", points.Where(point => !point.Met), MarkerType.Triangle, Palette.Vermillion));
        return model;
    }

    private static ScatterSeries Points(string title, IEnumerable<ValidationPoint> points, MarkerType marker, OxyColor color)
    {
        var series = new ScatterSeries { Title = title, MarkerType = marker, MarkerFill = color, MarkerSize = 4.5 };
        series.Points.AddRange(points.Select(point => new ScatterPoint(point.Known.Value, point.Predicted.Value)));
        return series;
    }

    // A logarithmic axis has no zero and no end: an interval that reaches there ends at the edge.
    private static LineSeries Intervals(IEnumerable<ValidationPoint> points, double high, OxyColor color)
    {
        const double Edge = 1e-12;
        double Shown(double value) => Math.Clamp(value, Edge, high);
        var series = PlotStyle.Intervals(color);
        foreach (var point in points)
            series.Points.AddRange([new DataPoint(point.Known.Value, Shown(point.Predicted.Low)), new DataPoint(point.Known.Value, Shown(point.Predicted.High)), DataPoint.Undefined]);
        return series;
    }

    private static (double Low, double High) Range(IReadOnlyList<ValidationPoint> points)
    {
        const double room = 2;
        if (points.Count == 0) return (0.1, 10);
        return (points.Min(point => Math.Min(point.Known.Value, point.Predicted.Value)) / room, points.Max(point => Math.Max(point.Known.Value, point.Predicted.Value)) * room);
    }

    private static LogarithmicAxis Logarithmic(AxisPosition position, string title, double low, double high) => new()
    {
        Position = position,
        Title = title,
        Minimum = low,
        Maximum = high,
        MajorGridlineStyle = LineStyle.Solid,
        MajorGridlineColor = Palette.Grid,
        TickStyle = TickStyle.Outside,
        StringFormat = "#,0.######",
    };
}
