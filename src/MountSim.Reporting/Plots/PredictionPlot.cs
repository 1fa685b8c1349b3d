using MountSim.Experiments;

namespace MountSim.Reporting.Plots;

/// <summary>A report as one picture: start times, waits by lock, utilisation over time, sensitivity.</summary>
public static class PredictionPlot
{
    private const int StartHeight = 420, LockHeight = 360, UtilizationHeight = 360;

    /// <summary>Draws the report.</summary>
    public static void Write(Stream stream, PredictionReport report, PlotFormat format)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(report);
        PlotFile.Write(stream, format, font => new Figure([.. Panels(report).Select(panel => (panel.Build(font), panel.Height))]));
    }

    /// <summary>The panels that the report has numbers for.</summary>
    internal static IEnumerable<(Func<string, OxyPlot.PlotModel> Build, int Height)> Panels(PredictionReport report)
    {
        yield return (font => StartTimePanel.Build(report, font), StartHeight);
        yield return (font => LockWaitPanel.Build(report, font), LockHeight);
        if (report.Utilization.Count > 0) yield return (font => UtilizationPanel.Build(report, font), UtilizationHeight);
        if (report.Sensitivity.Count > 0) yield return (font => SensitivityPanel.Build(report, font), SensitivityPanel.Height(report));
    }
}
