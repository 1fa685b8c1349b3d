using MountSim.Model;

namespace MountSim.Reporting.Plots;

/// <summary>Figures as files: the format is what the name ends in.</summary>
public static class PlotFile
{
    /// <summary>The families that the viewer of a vector picture chooses from.</summary>
    internal const string VectorFont = "DejaVu Sans, Arial, sans-serif";

    /// <summary>The format that a file's name asks for.</summary>
    /// <exception cref="ModelException">The name ends in something else.</exception>
    public static PlotFormat FormatOf(string option, string path) => Path.GetExtension(path).ToUpperInvariant() switch
    {
        ".SVG" => PlotFormat.Svg,
        ".PNG" => PlotFormat.Png,
        _ => throw new ModelException(option, $"'{path}' names no known format; allowed: a name that ends in .svg or .png"),
    };

    /// <summary>Draws the figure that is built for a font: one family for pixels; for vectors, a list that the viewer chooses from.</summary>
    internal static void Write(Stream stream, PlotFormat format, Func<string, Figure> build)
    {
        if (format == PlotFormat.Svg) SvgFigure.Write(stream, build(VectorFont));
        else PngFigure.Write(stream, build("DejaVu Sans"));
    }
}
