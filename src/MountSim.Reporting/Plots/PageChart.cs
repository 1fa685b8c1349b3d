using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using OxyPlot;
using OxyPlot.Legends;

namespace MountSim.Reporting.Plots;

/// <summary>
/// A panel for a page: its title as text, and two pictures of it, for wide and for narrow screens. Text and axes take the page's colour (currentColor) and grid lines its
/// <c>--grid</c>, so that both can be read in dark and in light.
/// </summary>
/// <param name="Title">What it shows.</param>
/// <param name="Subtitle">What a reader must know to read it; may be empty.</param>
/// <param name="Wide">SVG, 900 units wide.</param>
/// <param name="Narrow">SVG, 420 units wide; null where it would not be read.</param>
public sealed partial record PageChart(string Title, string Subtitle, string Wide, string? Narrow)
{
    private const int NarrowWidth = 420, LegendRow = 18, TitleHeight = 40;

    /// <summary>Draws a panel.</summary>
    /// <param name="build">Builds it for a font.</param>
    /// <param name="height">Its height with the title.</param>
    /// <param name="id">What tells its parts from those of other pictures in the same page.</param>
    /// <param name="narrow">False for a panel whose names leave a narrow picture no room.</param>
    internal static PageChart Of(Func<string, PlotModel> build, int height, string id, bool narrow = true)
    {
        var titled = build(PlotFile.VectorFont);
        var (title, subtitle) = (titled.Title, titled.Subtitle ?? "");
        var wide = Svg(WithoutTitle(titled), height - TitleHeight, Figure.Wide, id + "w", title);
        if (!narrow) return new PageChart(title, subtitle, wide, null);
        var small = WithoutTitle(build(PlotFile.VectorFont));
        var rows = small.Legends.Count > 0 ? small.Series.Count(series => series.Title is not null) : 0;
        foreach (var legend in small.Legends) Below(legend);
        return new PageChart(title, subtitle, wide, Svg(small, height - TitleHeight + (rows * LegendRow), NarrowWidth, id + "n", title));
    }

    private static PlotModel WithoutTitle(PlotModel model)
    {
        model.Title = model.Subtitle = null;
        model.Background = OxyColors.Transparent;
        return model;
    }

    private static void Below(LegendBase legend)
    {
        legend.LegendPlacement = LegendPlacement.Outside;
        legend.LegendPosition = LegendPosition.BottomLeft;
        legend.LegendOrientation = LegendOrientation.Vertical;
    }

    private static string Svg(PlotModel model, int height, int width, string id, string title)
    {
        using var stream = new MemoryStream();
        SvgFigure.Write(stream, new Figure([(model, height)], width));
        var svg = Encoding.UTF8.GetString(stream.GetBuffer(), 0, (int)stream.Length);
        svg = Opening().Replace(svg, string.Create(CultureInfo.InvariantCulture, $"<svg viewBox=\"0 0 {width} {height}\" role=\"img\" aria-label=\"{System.Net.WebUtility.HtmlEncode(title)}\""), 1);
        svg = Paper().Replace(svg, "", 1);
        svg = Ids().Replace(svg, match => id + match.Value);
        return svg.Replace("rgb(34,34,34)", "currentColor", StringComparison.Ordinal)
            .Replace("stroke:black", "stroke:currentColor", StringComparison.Ordinal)
            .Replace("rgb(221,221,221)", "var(--grid)", StringComparison.Ordinal);
    }

    [GeneratedRegex("<svg width=\"[0-9.]+\" height=\"[0-9.]+\"")]
    private static partial Regex Opening();

    // The page has a background of its own.
    [GeneratedRegex("<rect [^>]*style=\"fill:rgb\\(255,255,255\\);stroke:none;\" />\\s*")]
    private static partial Regex Paper();

    [GeneratedRegex("clipPath[0-9]+")]
    private static partial Regex Ids();
}
