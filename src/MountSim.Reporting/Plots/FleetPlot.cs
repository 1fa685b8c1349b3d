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
        var bars = report.Rows.Where(row => row.Answer is not null).Select(row => new FleetBar(row.Class!.Name, row.Class.Request.Workload.Containers, row.Answer!.Largest ?? 0)).ToList();
        PlotFile.Write(stream, format, font => new Figure([(Panel(report.Sentence(), bars, font), Height(bars.Count))]));
    }

    internal static int Height(int classes) => Frame + (RowHeight * Math.Min(Drawn, classes));

    internal static PlotModel Panel(string sentence, IReadOnlyList<FleetBar> bars, string font)
    {
        var model = PlotStyle.Panel("Planned and largest safe burst", sentence, font);
        var names = new CategoryAxis { Position = AxisPosition.Left, StartPosition = 1, EndPosition = 0, GapWidth = 0.4, TickStyle = TickStyle.None };
        var planned = new BarSeries { FillColor = Palette.Orange, Title = "planned" };
        var safe = new BarSeries { FillColor = Palette.Blue, Title = "largest safe" };
        foreach (var bar in bars.OrderBy(bar => bar.Safe / bar.Planned).Take(Drawn))
        {
            names.Labels.Add(bar.Class);
            planned.Items.Add(new BarItem(bar.Planned));
            safe.Items.Add(new BarItem(bar.Safe));
        }
        model.Axes.Add(names);
        model.Axes.Add(PlotStyle.FromZero(AxisPosition.Bottom, "containers a burst", 0.05));
        model.Legends.Add(new Legend { LegendPosition = LegendPosition.RightTop, LegendPlacement = LegendPlacement.Outside });
        model.Series.Add(planned);
        model.Series.Add(safe);
        return model;
    }
}
