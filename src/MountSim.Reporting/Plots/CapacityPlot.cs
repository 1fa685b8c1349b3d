using MountSim.Experiments;
using MountSim.Experiments.Planning;
using OxyPlot;
using OxyPlot.Annotations;
using OxyPlot.Axes;
using OxyPlot.Series;

namespace MountSim.Reporting.Plots;

/// <summary>A capacity search as a picture: a panel a target, its result over what grows, with interval, limit, largest value and knee.</summary>
public static class CapacityPlot
{
    internal const int Height = 360;

    /// <summary>Draws the report.</summary>
    public static void Write(Stream stream, CapacityReport report, PlotFormat format)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(report);
        PlotFile.Write(stream, format, font => new Figure([.. report.Question.Targets.Select((target, at) => (Panel(report, target, at, font), Height))]));
    }

    internal static PlotModel Panel(CapacityReport report, Slo target, int at, string font)
    {
        var vary = report.Question.Vary.Replace('-', ' ');
        var model = PlotStyle.Panel($"{target.Metric.Name} over {vary}", report.Sentence(), font);
        model.Axes.Add(PlotStyle.FromZero(AxisPosition.Bottom, FieldTitle.Of(report.Question.Vary), 0.02));
        model.Axes.Add(PlotStyle.FromZero(AxisPosition.Left, target.Metric.Name, 0.05));
        var line = new LineSeries { Color = Palette.Blue, StrokeThickness = 2, MarkerType = MarkerType.Circle, MarkerFill = Palette.Blue, MarkerSize = 3 };
        foreach (var point in report.Points)
        {
            line.Points.Add(new DataPoint(point.Value, point.Targets[at].Mean));
            model.Series.Add(Interval(point.Value, point.Targets[at]));
        }
        model.Series.Add(line);
        model.Annotations.Add(new LineAnnotation { Type = LineAnnotationType.Horizontal, Y = target.Limit, Color = Palette.Vermillion, LineStyle = LineStyle.Solid, Text = "limit" });
        Mark(model, report.Largest, "largest", LineStyle.Dash);
        Mark(model, report.Knee, "knee", LineStyle.Dot);
        return model;
    }

    private static LineSeries Interval(double value, Spread spread)
    {
        var series = new LineSeries { Color = Palette.Blue, StrokeThickness = 1 };
        series.Points.Add(new DataPoint(value, spread.Low));
        series.Points.Add(new DataPoint(value, spread.High));
        return series;
    }

    private static void Mark(PlotModel model, double? value, string text, LineStyle style)
    {
        if (value is { } at) model.Annotations.Add(new LineAnnotation { Type = LineAnnotationType.Vertical, X = at, Color = Palette.Ink, LineStyle = style, Text = text });
    }
}
