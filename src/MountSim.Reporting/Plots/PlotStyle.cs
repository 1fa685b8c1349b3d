using System.Globalization;
using OxyPlot;
using OxyPlot.Axes;
using OxyPlot.Series;

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

    /// <summary>A series of strokes: two points an interval and an undefined one after them.</summary>
    public static LineSeries Intervals(OxyColor color) => new() { Color = color, StrokeThickness = 1 };

    /// <summary>An axis of names on the left, the first on top, where what is drawn is no bar of a category.</summary>
    public static LinearAxis Names(IReadOnlyList<string> names) => new()
    {
        Position = AxisPosition.Left,
        StartPosition = 1,
        EndPosition = 0,
        Minimum = -0.5,
        Maximum = Math.Max(1, names.Count) - 0.5,
        MajorStep = 1,
        MinorTickSize = 0,
        TickStyle = TickStyle.None,
        LabelFormatter = at => at >= 0 && at < names.Count && Math.Floor(at).Equals(at) ? names[(int)at] : "",
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
