using MountSim.Experiments;
using OxyPlot;
using OxyPlot.Axes;
using OxyPlot.Legends;
using OxyPlot.Series;

namespace MountSim.Reporting.Plots;

/// <summary>What was waited for: a bar a lock, stacked by how it was wanted, the longest on top.</summary>
internal static class LockWaitPanel
{
    private const int Most = 8;

    public static PlotModel Build(PredictionReport report, string font)
    {
        var locks = report.Locks.Where(row => row.WaitTotalMs > 0).GroupBy(row => row.Lock, StringComparer.Ordinal)
            .Select(rows => (Name: rows.Key, Total: rows.Sum(row => row.WaitTotalMs), Rows: rows.ToList()))
            .OrderByDescending(one => one.Total)
            .Take(Most)
            .ToList();
        var scale = TimeScale.For(locks.Count > 0 ? locks[0].Total : 0);
        var model = PlotStyle.Panel("Waits by lock", locks.Count == 0 ? "no lock was waited for" : $"binding: {report.Summary.Bottleneck}", font);
        var names = new CategoryAxis { Position = AxisPosition.Left, StartPosition = 1, EndPosition = 0, GapWidth = 0.35, TickStyle = TickStyle.None };
        var waits = PlotStyle.FromZero(AxisPosition.Bottom, $"wait of all containers, mean of a replication ({scale.Unit})", 0.05);
        if (locks.Count == 0) waits.Maximum = 1;
        names.Labels.AddRange(locks.Select(one => $"{one.Name}  {Quantity.Ms(one.Total)}"));
        model.Axes.Add(names);
        model.Axes.Add(waits);
        var modes = locks.SelectMany(one => one.Rows).Select(row => row.Mode).Distinct(StringComparer.Ordinal).ToList();
        if (modes.Count > 0) model.Legends.Add(new Legend { LegendPosition = LegendPosition.RightTop, LegendPlacement = LegendPlacement.Outside });
        foreach (var (index, mode) in modes.Index())
        {
            var bars = new BarSeries { Title = mode, IsStacked = true, FillColor = Palette.Series[index % Palette.Series.Count], StrokeThickness = 0 };
            foreach (var (at, one) in locks.Index())
            {
                var wait = one.Rows.Where(row => row.Mode == mode).Sum(row => row.WaitTotalMs);
                if (wait > 0) bars.Items.Add(new BarItem(wait * scale.PerMs, at));
            }
            model.Series.Add(bars);
        }
        return model;
    }
}
