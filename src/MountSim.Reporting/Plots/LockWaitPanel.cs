using MountSim.Experiments;
using OxyPlot;
using OxyPlot.Axes;
using OxyPlot.Series;

namespace MountSim.Reporting.Plots;

/// <summary>What was waited for: a bar a lock and mode, the longest on top.</summary>
internal static class LockWaitPanel
{
    private const int Most = 10;

    public static PlotModel Build(PredictionReport report, string font)
    {
        var rows = report.Locks.Where(row => row.WaitTotalMs > 0).OrderByDescending(row => row.WaitTotalMs).Take(Most).ToList();
        var scale = TimeScale.For(rows.Count > 0 ? rows[0].WaitTotalMs : 0);
        var model = PlotStyle.Panel("Waits by lock", rows.Count == 0 ? "no lock was waited for" : $"binding: {report.Summary.Bottleneck}", font);
        var names = new CategoryAxis { Position = AxisPosition.Left, StartPosition = 1, EndPosition = 0, GapWidth = 0.35, TickStyle = TickStyle.None };
        var waits = PlotStyle.FromZero(AxisPosition.Bottom, $"wait of all containers together, mean of a replication ({scale.Unit})", 0.12);
        if (rows.Count == 0) waits.Maximum = 1;
        var bars = new BarSeries { FillColor = Palette.Blue, LabelPlacement = LabelPlacement.Outside, LabelFormatString = "{0:#,0.##}", LabelMargin = 5 };
        foreach (var row in rows)
        {
            names.Labels.Add($"{row.Lock} {row.Mode}");
            bars.Items.Add(new BarItem(row.WaitTotalMs * scale.PerMs));
        }
        model.Axes.Add(names);
        model.Axes.Add(waits);
        model.Series.Add(bars);
        return model;
    }
}
