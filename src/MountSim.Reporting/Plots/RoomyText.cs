using OxyPlot;

namespace MountSim.Reporting.Plots;

/// <summary>
/// Measures text by Helvetica's tables, which are the same everywhere, with room for the fonts that a viewer may have instead: DejaVu Sans, the widest of those that are
/// common, takes up to two fifths more. Text that is set narrower leaves a gap; text that is set wider would be cut.
/// </summary>
internal sealed class RoomyText() : PdfRenderContext(1, 1, OxyColors.White)
{
    private const double Widest = 1.42, Highest = 1.25;

    public override OxySize MeasureText(string text, string fontFamily, double fontSize, double fontWeight)
    {
        var size = base.MeasureText(text, fontFamily, fontSize, fontWeight);
        return new OxySize(size.Width * Widest, size.Height * Highest);
    }
}
