using MountSim.Experiments.Validation;
using OxyPlot;
using OxyPlot.Annotations;
using OxyPlot.Axes;
using OxyPlot.Series;

namespace MountSim.Reporting.Plots;

/// <summary>Predicted over known, a line a quantity: the band as a bar, the prediction's interval as a stroke, the prediction as a mark.</summary>
internal static class RatioPanel
{
    private const double HalfBar = 0.3, Least = 0.01, Most = 100;

    public static PlotModel Build(ValidationReport report, IReadOnlyList<ValidationPoint> points, string font)
    {
        var model = PlotStyle.Panel($"predicted / {report.Known}", "bar: the band, stroke: the prediction's interval", font);
        model.Axes.Add(PlotStyle.Names([.. points.Select(point => point.Label)]));
        model.Axes.Add(new LogarithmicAxis
        {
            Position = AxisPosition.Bottom,
            Title = $"predicted / {report.Known}",
            Minimum = Shown(points.Min(point => point.Predicted.Value / point.Known.Value)) / 2,
            Maximum = Shown(points.Max(point => point.Predicted.Value / point.Known.Value)) * 2,
            MajorGridlineStyle = LineStyle.Solid,
            MajorGridlineColor = Palette.Grid,
            StringFormat = "#,0.######",
        });
        model.Annotations.Add(new LineAnnotation { Type = LineAnnotationType.Vertical, X = 1, Color = Palette.Ink, LineStyle = LineStyle.Solid });
        for (var at = 0; at < points.Count; at++) AddLine(model, points[at], at);
        return model;
    }

    private static void AddLine(PlotModel model, ValidationPoint point, int at)
    {
        var color = point.Met ? Palette.Blue : Palette.Vermillion;
        model.Annotations.Add(new RectangleAnnotation
        {
            MinimumX = Shown(point.Known.Low / point.Known.Value),
            MaximumX = Shown(point.Known.High / point.Known.Value),
            MinimumY = at - HalfBar,
            MaximumY = at + HalfBar,
            Fill = Palette.Grid,
            Layer = AnnotationLayer.BelowSeries,
        });
        var interval = new LineSeries { Color = color, StrokeThickness = 2 };
        interval.Points.Add(new DataPoint(Shown(point.Predicted.Low / point.Known.Value), at));
        interval.Points.Add(new DataPoint(Shown(point.Predicted.High / point.Known.Value), at));
        model.Series.Add(interval);
        var mark = new ScatterSeries { MarkerType = point.Met ? MarkerType.Circle : MarkerType.Triangle, MarkerFill = color, MarkerSize = 4.5 };
        mark.Points.Add(new ScatterPoint(Shown(point.Predicted.Value / point.Known.Value), at));
        model.Series.Add(mark);
    }

    // What lies further out is drawn at the edge: a logarithmic axis has no zero and no end.
    private static double Shown(double ratio) => Math.Clamp(ratio, Least, Most);
}
