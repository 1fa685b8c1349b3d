using System.Globalization;
using OxyPlot;
using OxyPlot.Axes;

namespace MountSim.Reporting.Plots;

/// <summary>What both panels share.</summary>
internal static class PlotStyle
{
    public static PlotModel Panel(string title, string subtitle, string font) => new()
    {
        Title = title,
        Subtitle = subtitle,
        TitleFontSize = 15,
        TitleFontWeight = FontWeights.Bold,
        SubtitleFontSize = 11,
        TitleHorizontalAlignment = TitleHorizontalAlignment.CenteredWithinView,
        TextColor = Palette.Ink,
        PlotAreaBorderThickness = new OxyThickness(1, 0, 0, 1),
        PlotAreaBorderColor = Palette.Ink,
        Background = OxyColors.White,
        DefaultFont = font,
        Culture = CultureInfo.InvariantCulture,
        Padding = new OxyThickness(12, 10, 24, 10),
    };

    /// <summary>A linear axis from zero with light grid lines.</summary>
    public static LinearAxis FromZero(AxisPosition position, string title, double padding) => new()
    {
        Position = position,
        Title = title,
        Minimum = 0,
        AbsoluteMinimum = 0,
        MaximumPadding = padding,
        MajorGridlineStyle = LineStyle.Solid,
        MajorGridlineColor = Palette.Grid,
        TickStyle = TickStyle.Outside,
        StringFormat = "#,0.###",
    };
}
