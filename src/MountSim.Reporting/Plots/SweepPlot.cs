using MountSim.Experiments;
using MountSim.Experiments.Sweeps;
using MountSim.Reporting.Sweeps;
using OxyPlot;
using OxyPlot.Axes;
using OxyPlot.Legends;
using OxyPlot.Series;

namespace MountSim.Reporting.Plots;

/// <summary>A sweep as a picture: the p99 start and below it the throughput, each with its interval, over the numeric field that varies, a line for each combination of the others.</summary>
public static class SweepPlot
{
    /// <summary>Height of a panel.</summary>
    internal const int Height = 480;

    private const double MsInSecond = 1000;

    /// <summary>Draws the rows; an empty panel says so where nothing numeric varies.</summary>
    public static void Write(Stream stream, SweepPlan plan, IReadOnlyList<SweepRow> rows, PlotFormat format)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(plan);
        var (below, series) = SweepSeries.Of(plan.Varied, SweptPoint.Of(plan, rows));
        PlotFile.Write(stream, format, font => new Figure([(Latency(below, series, font), Height), (Throughput(below, series, font), Height)]));
    }

    /// <summary>The p99 start over what varies.</summary>
    internal static PlotModel Latency(string? below, IReadOnlyList<SweepSeries> series, string font)
    {
        var scale = TimeScale.For(series.SelectMany(line => line.Points.Values).Select(row => row.StartP99CiHighMs).DefaultIfEmpty(0).Max());
        return Panel(
            "Start time, 99th percentile, with its 95 % interval",
            $"start p99 ({scale.Unit})",
            row => new Spread(row.StartP99Ms * scale.PerMs, row.StartP99CiLowMs * scale.PerMs, row.StartP99CiHighMs * scale.PerMs),
            below,
            series,
            font);
    }

    /// <summary>Containers a second over what varies; its interval is the makespan's.</summary>
    internal static PlotModel Throughput(string? below, IReadOnlyList<SweepSeries> series, string font) => Panel(
        "Containers a second, with the 95 % interval",
        "containers a second",
        row => new Spread(row.ContainersPerS, MsInSecond * row.Containers / row.MakespanCiHighMs, MsInSecond * row.Containers / row.MakespanCiLowMs),
        below,
        series,
        font);

    private static PlotModel Panel(string title, string unit, Func<PredictionSummary, Spread> value, string? below, IReadOnlyList<SweepSeries> series, string font)
    {
        var model = PlotStyle.Panel(title, below is null ? "nothing numeric varies" : "", font);
        model.Axes.Add(PlotStyle.FromZero(AxisPosition.Bottom, below is null ? "" : FieldTitle.Of(below), 0.02));
        model.Axes.Add(PlotStyle.FromZero(AxisPosition.Left, unit, 0.05));
        if (series.Count > 1) model.Legends.Add(new Legend { LegendPosition = LegendPosition.RightTop, LegendPlacement = LegendPlacement.Outside });
        foreach (var (index, one) in series.Index())
        {
            var color = Palette.Series[index % Palette.Series.Count];
            // Where colours come round again, the shape tells the lines apart.
            var marker = Palette.Markers[index / Palette.Series.Count % Palette.Markers.Count];
            var line = new LineSeries { Title = one.Name, Color = color, StrokeThickness = 2, MarkerType = marker, MarkerFill = color, MarkerSize = 3.5 };
            var intervals = PlotStyle.Intervals(color);
            foreach (var (at, row) in one.Points.OrderBy(point => point.Key))
            {
                var spread = value(row);
                line.Points.Add(new DataPoint(at, spread.Mean));
                if (!double.IsFinite(spread.High)) continue;
                intervals.Points.AddRange([new DataPoint(at, spread.Low), new DataPoint(at, spread.High), DataPoint.Undefined]);
            }
            model.Series.Add(intervals);
            model.Series.Add(line);
        }
        return model;
    }
}
