using MountSim.Experiments;

namespace MountSim.Reporting.Plots;

/// <summary>A report as one picture: start times above, waits by lock below.</summary>
public static class PredictionPlot
{
    private const int StartHeight = 420, LockHeight = 400;

    /// <summary>Draws the report.</summary>
    public static void Write(Stream stream, PredictionReport report, PlotFormat format)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(report);
        PlotFile.Write(stream, format, font => new Figure([(StartTimePanel.Build(report, font), StartHeight), (LockWaitPanel.Build(report, font), LockHeight)]));
    }
}
