using OxyPlot.SkiaSharp;
using SkiaSharp;

namespace MountSim.Reporting.Plots;

/// <summary>The figure as PNG at twice its size, for sharp slides. Text is drawn in the host's fonts, so bytes are equal on one host only.</summary>
internal static class PngFigure
{
    private const int Scale = 2, Quality = 100;

    public static void Write(Stream stream, Figure figure)
    {
        using var bitmap = new SKBitmap(figure.Width * Scale, figure.Height * Scale);
        using (var canvas = new SKCanvas(bitmap))
        using (var context = new SkiaRenderContext { SkCanvas = canvas, RenderTarget = RenderTarget.PixelGraphic, DpiScale = Scale, UseTextShaping = true })
        {
            canvas.Clear(SKColors.White);
            figure.Render(context);
        }
        using var image = SKImage.FromBitmap(bitmap);
        using var data = image.Encode(SKEncodedImageFormat.Png, Quality);
        data.SaveTo(stream);
    }
}
