using MountSim.Experiments;
using OxyPlot;
using OxyPlot.Annotations;
using OxyPlot.Axes;
using OxyPlot.Legends;
using OxyPlot.Series;

namespace MountSim.Reporting.Plots;

/// <summary>The share of containers that run after a given time, with the quantiles of the table marked.</summary>
internal static class StartTimePanel
{
    private const byte BandOpacity = 48;
    private const int MostPoints = 512; // more than the plot has pixels to show

    public static PlotModel Build(PredictionReport report, string font)
    {
        var summary = report.Summary;
        var scale = TimeScale.For(report.StartTimesMs.Count > 0 ? report.StartTimesMs[^1] : 0);
        var model = PlotStyle.Panel(
            $"{summary.Scenario}: start times",
            $"{Quantity.Count(summary.Containers)} containers, {Quantity.Count(summary.Concurrency)} at a time, {summary.Runtime} on {summary.Kernel}, {summary.Machine}; band: 95 % interval of the p99",
            font);
        model.Axes.Add(PlotStyle.FromZero(AxisPosition.Bottom, $"start time ({scale.Unit})", 0.02));
        var share = PlotStyle.FromZero(AxisPosition.Left, "containers started (%)", 0);
        share.Maximum = 100;
        share.MajorStep = 25;
        model.Axes.Add(share);
        model.Legends.Add(new Legend
        {
            LegendPosition = LegendPosition.RightTop,
            LegendPlacement = LegendPlacement.Outside,
            LegendSymbolLength = 30,
        });
        model.Annotations.Add(IntervalOfP99(summary, scale));
        model.Series.Add(Distribution(report.StartTimesMs, scale));
        model.Series.Add(Quantile("p50", summary.StartP50Ms, scale, Palette.BluishGreen, LineStyle.LongDash));
        model.Series.Add(Quantile("p95", summary.StartP95Ms, scale, Palette.Orange, LineStyle.Dash));
        model.Series.Add(Quantile("p99", summary.StartP99Ms, scale, Palette.Vermillion, LineStyle.DashDot));
        return model;
    }

    private static RectangleAnnotation IntervalOfP99(PredictionSummary summary, TimeScale scale) => new()
    {
        MinimumX = summary.StartP99CiLowMs * scale.PerMs,
        MaximumX = summary.StartP99CiHighMs * scale.PerMs,
        Fill = OxyColor.FromAColor(BandOpacity, Palette.Vermillion),
        Layer = AnnotationLayer.BelowSeries,
    };

    private static LineSeries Distribution(IReadOnlyList<double> ascending, TimeScale scale)
    {
        var series = new LineSeries { Color = Palette.Blue, StrokeThickness = 2.5, Title = "all replications" };
        var points = Math.Min(MostPoints, ascending.Count);
        if (points > 0) series.Points.Add(new DataPoint(ascending[0] * scale.PerMs, 0));
        for (var point = 1; point <= points; point++)
        {
            var rank = (int)((long)point * ascending.Count / points);
            series.Points.Add(new DataPoint(ascending[rank - 1] * scale.PerMs, 100.0 * rank / ascending.Count));
        }
        return series;
    }

    // The mean of the replications' quantiles, as in the table; it need not lie on the curve, which pools all replications.
    private static LineSeries Quantile(string name, double ms, TimeScale scale, OxyColor color, LineStyle style)
    {
        var series = new LineSeries { Color = color, LineStyle = style, StrokeThickness = 2, Title = $"mean {name} {Quantity.Ms(ms)}" };
        if (!double.IsFinite(ms)) return series;
        series.Points.Add(new DataPoint(ms * scale.PerMs, 0));
        series.Points.Add(new DataPoint(ms * scale.PerMs, 100));
        return series;
    }
}
