using MountSim.Experiments;
using OxyPlot;
using OxyPlot.Legends;

namespace MountSim.Reporting.Plots;

/// <summary>A report as one picture: start times above, waits by lock below.</summary>
public static class PredictionPlot
{
    private const int StartHeight = 420, LockHeight = 400, PanelHeight = 340;

    // Text is measured as Helvetica and may be drawn as DejaVu Sans, which is up to a fifth wider: the longest name of a lock reaches so far out.
    private const int RoomForWiderFont = 36;

    /// <summary>Draws the report.</summary>
    public static void Write(Stream stream, PredictionReport report, PlotFormat format)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(report);
        PlotFile.Write(stream, format, font => new Figure([(StartTimePanel.Build(report, font), StartHeight), (LockWaitPanel.Build(report, font), LockHeight)]));
    }

    /// <summary>The start times as an SVG for a page that has a heading above it.</summary>
    /// <param name="report">What to draw.</param>
    /// <param name="width">In CSS pixels: drawn for a width, the text stays as large on a phone.</param>
    public static string StartTimes(PredictionReport report, int width) => Panel(font => StartTimePanel.Build(report, font), width);

    /// <summary>The waits by lock, likewise.</summary>
    public static string Waits(PredictionReport report, int width) => Panel(font => LockWaitPanel.Build(report, font), width);

    private static string Panel(Func<string, PlotModel> build, int width)
    {
        using var stream = new MemoryStream();
        PlotFile.Write(stream, PlotFormat.Svg, font =>
        {
            var panel = build(font);
            (panel.Title, panel.Subtitle, panel.Padding) = (null, null, new OxyThickness(RoomForWiderFont, 4, 12, 4));
            foreach (var legend in panel.Legends.OfType<Legend>())
                (legend.LegendPosition, legend.LegendPlacement, legend.LegendOrientation) = (LegendPosition.BottomCenter, LegendPlacement.Outside, LegendOrientation.Horizontal);
            return new Figure([(panel, PanelHeight)]) { Width = width };
        });
        return Files.AtomicFile.Utf8.GetString(stream.GetBuffer(), 0, (int)stream.Length);
    }
}
