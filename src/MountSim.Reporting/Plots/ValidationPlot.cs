using MountSim.Experiments.Validation;

namespace MountSim.Reporting.Plots;

/// <summary>A validation as one picture: predicted against known above, and below, where there is room, each ratio with its band.</summary>
public static class ValidationPlot
{
    internal const int AgainstHeight = 640;

    private const int MostRatios = 80, RatioMargin = 150, RatioHeight = 22;

    internal static bool RatiosFit(IReadOnlyList<ValidationPoint> points) => points.Count is > 0 and <= MostRatios;

    internal static int RatiosHeight(IReadOnlyList<ValidationPoint> points) => RatioMargin + (RatioHeight * points.Count);

    /// <summary>Draws the report.</summary>
    public static void Write(Stream stream, ValidationReport report, PlotFormat format)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(report);
        var points = ValidationPoint.Of(report);
        PlotFile.Write(stream, format, font => RatiosFit(points)
            ? new Figure([(AgainstPanel.Build(report, points, font), AgainstHeight), (RatioPanel.Build(report, points, font), RatiosHeight(points))])
            : new Figure([(AgainstPanel.Build(report, points, font), AgainstHeight)]));
    }
}
