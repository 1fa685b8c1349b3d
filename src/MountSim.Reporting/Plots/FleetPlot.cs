using MountSim.Experiments.Fleets;
using OxyPlot;
using OxyPlot.Axes;
using OxyPlot.Legends;
using OxyPlot.Series;

namespace MountSim.Reporting.Plots;

/// <summary>A fleet's plan as a picture: planned and largest safe burst of the classes with the least headroom.</summary>
public static class FleetPlot
{
    private const int Drawn = 20, RowHeight = 34, Frame = 130;

    /// <summary>Draws the report.</summary>
    public static void Write(Stream stream, FleetReport report, PlotFormat format)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(report);
        var rows = report.Rows.Where(row => row.Answer is not null).OrderBy(row => row.Headroom).Take(Drawn).ToList();
        PlotFile.Write(stream, format, font => new Figure([(Panel(report, rows, font), Frame + (RowHeight * rows.Count))]));
    }

    private static PlotModel Panel(FleetReport report, IReadOnlyList<FleetRow> rows, string font)
    {
        var model = PlotStyle.Panel("Planned and largest safe burst", report.Sentence(), font);
        var names = new CategoryAxis { Position = AxisPosition.Left, StartPosition = 1, EndPosition = 0, GapWidth = 0.4, TickStyle = TickStyle.None };
        var planned = new BarSeries { FillColor = Palette.Orange, Title = "planned" };
        var safe = new BarSeries { FillColor = Palette.Blue, Title = "largest safe" };
        foreach (var row in rows)
        {
            names.Labels.Add(row.Class!.Name);
            planned.Items.Add(new BarItem(row.Class.Request.Workload.Containers));
            safe.Items.Add(new BarItem(row.Answer!.Largest ?? 0));
        }
        model.Axes.Add(names);
        model.Axes.Add(PlotStyle.FromZero(AxisPosition.Bottom, "containers a burst", 0.05));
        model.Legends.Add(new Legend { LegendPosition = LegendPosition.RightTop, LegendPlacement = LegendPlacement.Outside });
        model.Series.Add(planned);
        model.Series.Add(safe);
        return model;
    }
}
