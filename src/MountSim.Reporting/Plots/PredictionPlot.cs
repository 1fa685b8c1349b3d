using MountSim.Experiments;
using MountSim.Model;

namespace MountSim.Reporting.Plots;

/// <summary>A report as one picture: start times above, waits by lock below.</summary>
public static class PredictionPlot
{
    /// <summary>The format that a file's name asks for.</summary>
    /// <exception cref="ModelException">The name ends in something else.</exception>
    public static PlotFormat FormatOf(string option, string path) => Path.GetExtension(path).ToUpperInvariant() switch
    {
        ".SVG" => PlotFormat.Svg,
        ".PNG" => PlotFormat.Png,
        _ => throw new ModelException(option, $"'{path}' names no known format; allowed: a name that ends in .svg or .png"),
    };

    /// <summary>Draws the report.</summary>
    public static void Write(Stream stream, PredictionReport report, PlotFormat format)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(report);
        if (format == PlotFormat.Svg) SvgFigure.Write(stream, new PredictionFigure(report, "DejaVu Sans, Arial, sans-serif"));
        else PngFigure.Write(stream, new PredictionFigure(report, "DejaVu Sans"));
    }
}
