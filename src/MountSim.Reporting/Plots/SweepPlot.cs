using MountSim.Experiments.Sweeps;
using MountSim.Reporting.Sweeps;
using OxyPlot;
using OxyPlot.Axes;
using OxyPlot.Legends;
using OxyPlot.Series;

namespace MountSim.Reporting.Plots;

/// <summary>A sweep as a picture: the p99 start with its interval over the numeric field that varies, a line for each combination of the others.</summary>
public static class SweepPlot
{
    private const int Height = 480;

    /// <summary>Draws the rows; an empty panel says so where nothing numeric varies.</summary>
    public static void Write(Stream stream, SweepPlan plan, IReadOnlyList<SweepRow> rows, PlotFormat format)
    {
        ArgumentNullException.ThrowIfNull(stream);
        var (below, series) = SweepSeries.Of(plan, rows);
        PlotFile.Write(stream, format, font => new Figure([(Panel(below, series, font), Height)]));
    }

    private static PlotModel Panel(string? below, IReadOnlyList<SweepSeries> series, string font)
    {
        var largest = series.SelectMany(line => line.Points.Values).Select(row => row.Summary.StartP99CiHighMs).DefaultIfEmpty(0).Max();
        var scale = TimeScale.For(largest);
        var model = PlotStyle.Panel("Start time, 99th percentile, with its 95 % interval", below is null ? "nothing numeric varies" : "", font);
        model.Axes.Add(PlotStyle.FromZero(AxisPosition.Bottom, (below ?? "").Replace('-', ' '), 0.02));
        model.Axes.Add(PlotStyle.FromZero(AxisPosition.Left, $"start p99 ({scale.Unit})", 0.05));
        if (series.Count > 1) model.Legends.Add(new Legend { LegendPosition = LegendPosition.TopLeft });
        for (var index = 0; index < series.Count; index++)
        {
            var color = Palette.Series[index % Palette.Series.Count];
            var line = new LineSeries { Title = series[index].Name, Color = color, StrokeThickness = 2, MarkerType = MarkerType.Circle, MarkerFill = color, MarkerSize = 3 };
            foreach (var (at, row) in series[index].Points.OrderBy(point => point.Key))
            {
                line.Points.Add(new DataPoint(at, row.Summary.StartP99Ms * scale.PerMs));
                var interval = new LineSeries { Color = color, StrokeThickness = 1 };
                interval.Points.Add(new DataPoint(at, row.Summary.StartP99CiLowMs * scale.PerMs));
                interval.Points.Add(new DataPoint(at, row.Summary.StartP99CiHighMs * scale.PerMs));
                model.Series.Add(interval);
            }
            model.Series.Add(line);
        }
        return model;
    }
}
