using OxyPlot;

namespace MountSim.Reporting.Plots;

/// <summary>Okabe and Ito's colours, which people with any common colour vision tell apart.</summary>
internal static class Palette
{
    public static readonly OxyColor Blue = OxyColor.FromRgb(0x00, 0x72, 0xB2);
    public static readonly OxyColor BluishGreen = OxyColor.FromRgb(0x00, 0x9E, 0x73);
    public static readonly OxyColor Orange = OxyColor.FromRgb(0xE6, 0x9F, 0x00);
    public static readonly OxyColor Vermillion = OxyColor.FromRgb(0xD5, 0x5E, 0x00);
    public static readonly OxyColor SkyBlue = OxyColor.FromRgb(0x56, 0xB4, 0xE9);
    public static readonly OxyColor ReddishPurple = OxyColor.FromRgb(0xCC, 0x79, 0xA7);
    public static readonly OxyColor Ink = OxyColor.FromRgb(0x22, 0x22, 0x22);
    public static readonly OxyColor Grid = OxyColor.FromRgb(0xDD, 0xDD, 0xDD);

    /// <summary>In the order in which a chart's series take them.</summary>
    public static readonly IReadOnlyList<OxyColor> Series = [Blue, Orange, BluishGreen, Vermillion, SkyBlue, ReddishPurple];

    /// <summary>In the order in which series take them when the colours have all been used.</summary>
    public static readonly IReadOnlyList<MarkerType> Markers = [MarkerType.Circle, MarkerType.Triangle, MarkerType.Square, MarkerType.Diamond];

    /// <summary>In the order in which lines take them that lie close to each other.</summary>
    public static readonly IReadOnlyList<LineStyle> Lines = [LineStyle.Solid, LineStyle.LongDash, LineStyle.DashDot, LineStyle.Dash];
}
