using MountSim.Experiments.Planning;
using OxyPlot;
using OxyPlot.Annotations;
using OxyPlot.Axes;
using OxyPlot.Series;

namespace MountSim.Reporting.Plots;

/// <summary>A comparison as a picture: a line a variant, its ratio to the baseline with the interval.</summary>
public static class ComparisonPlot
{
    private const int HeightOfFrame = 130, HeightOfLine = 26;

    /// <summary>Draws the report.</summary>
    public static void Write(Stream stream, ComparisonReport report, PlotFormat format)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(report);
        PlotFile.Write(stream, format, font => new Figure([(Panel(report, font), Height(report))]));
    }

    internal static int Height(ComparisonReport report) => HeightOfFrame + (HeightOfLine * Math.Max(2, report.Rows.Count));

    internal static PlotModel Panel(ComparisonReport report, string font)
    {
        var rows = report.Rows;
        var what = report.RankedBy == Comparer.ByStart ? "p99 start" : "makespan";
        var model = PlotStyle.Panel($"{what} over the baseline's", $"{report.Baseline.Summary.Scenario}: {Quantity.Ms(report.RankedBy == Comparer.ByStart ? report.Baseline.Summary.StartP99Ms : report.Baseline.Summary.MakespanMs)}; stroke: 95 % interval", font);
        model.Axes.Add(PlotStyle.Names([.. rows.Select(row => row.Variant.Name)]));
        model.Axes.Add(PlotStyle.FromZero(AxisPosition.Bottom, $"{what} / baseline (less is faster)", 0.05));
        model.Annotations.Add(new LineAnnotation { Type = LineAnnotationType.Vertical, X = 1, Color = Palette.Ink, LineStyle = LineStyle.Dash });
        for (var at = 0; at < rows.Count; at++) AddLine(model, report.Ranked(rows[at]), at);
        return model;
    }

    private static void AddLine(PlotModel model, Difference difference, int at)
    {
        var color = difference.IsFaster ? Palette.BluishGreen : difference.IsSlower ? Palette.Vermillion : Palette.Ink;
        var interval = new LineSeries { Color = color, StrokeThickness = 2 };
        interval.Points.Add(new DataPoint(difference.RatioLow, at));
        interval.Points.Add(new DataPoint(difference.RatioHigh, at));
        model.Series.Add(interval);
        // The shape tells what the colour does.
        var marker = difference.IsFaster ? MarkerType.Circle : difference.IsSlower ? MarkerType.Triangle : MarkerType.Square;
        var mark = new ScatterSeries { MarkerType = marker, MarkerFill = color, MarkerSize = 4.5 };
        mark.Points.Add(new ScatterPoint(difference.Ratio, at));
        model.Series.Add(mark);
    }
}
