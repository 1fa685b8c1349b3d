using MountSim.Experiments.Validation;

namespace MountSim.Reporting.Plots;

/// <summary>A validation as one picture: predicted against known above, and below, where there is room, each ratio with its band.</summary>
public static class ValidationPlot
{
    private const int AgainstHeight = 640, MostRatios = 80, RatioMargin = 150, RatioHeight = 22;

    /// <summary>Draws the report.</summary>
    public static void Write(Stream stream, ValidationReport report, PlotFormat format)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(report);
        var points = ValidationPoint.Of(report);
        PlotFile.Write(stream, format, font => points.Count is 0 or > MostRatios
            ? new Figure([(AgainstPanel.Build(report, points, font), AgainstHeight)])
            : new Figure([(AgainstPanel.Build(report, points, font), AgainstHeight), (RatioPanel.Build(report, points, font), RatioMargin + (RatioHeight * points.Count))]));
    }
}
