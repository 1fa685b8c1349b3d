using System.Text;
using MountSim.Experiments;
using OxyPlot;
using OxyPlot.Axes;
using OxyPlot.Legends;

namespace MountSim.Reporting.Plots;

/// <summary>Panels for a page that has headings of its own, each drawn for the width that it is shown at, so that its text is as large on a phone as on a desk.</summary>
public static class PanelSvg
{
    private const int PanelHeight = 300, LegendRow = 18, NarrowWidth = 560;

    /// <summary>Start times.</summary>
    /// <param name="report">What to draw.</param>
    /// <param name="width">CSS pixels.</param>
    public static string StartTimes(PredictionReport report, int width) => Of(StartTimePanel.Build(report, PlotFile.VectorFont), width);

    /// <summary>Waits by lock.</summary>
    /// <param name="report">What to draw.</param>
    /// <param name="width">CSS pixels.</param>
    public static string Waits(PredictionReport report, int width)
    {
        var panel = LockWaitPanel.Build(report, PlotFile.VectorFont);
        // The names take half of a narrow panel, and leave the axis no room for a sentence.
        foreach (var axis in panel.Axes.Where(axis => width < NarrowWidth && axis.Position == AxisPosition.Bottom)) axis.Title = $"wait {axis.Title[axis.Title.LastIndexOf('(')..]}";
        return Of(panel, width);
    }

    /// <summary>How busy CPUs and locks were in the course of the burst.</summary>
    /// <param name="report">What to draw.</param>
    /// <param name="width">CSS pixels.</param>
    public static string Utilization(PredictionReport report, int width) => Of(UtilizationPanel.Build(report, PlotFile.VectorFont), width);

    private static string Of(PlotModel panel, int width)
    {
        (panel.Title, panel.Subtitle) = (null, null);
        foreach (var legend in panel.Legends.OfType<Legend>())
            (legend.LegendPosition, legend.LegendPlacement, legend.LegendOrientation) = (LegendPosition.BottomLeft, LegendPlacement.Outside, LegendOrientation.Vertical);
        var rows = panel.Legends.Count > 0 ? panel.Series.Count(series => series.Title is not null) : 0;
        using var stream = new MemoryStream();
        SvgFigure.Write(stream, new Figure([(panel, PanelHeight + (rows * LegendRow))], width));
        return Encoding.UTF8.GetString(stream.GetBuffer(), 0, (int)stream.Length);
    }
}
