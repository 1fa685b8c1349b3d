using OxyPlot;

namespace MountSim.Reporting.Plots;

/// <summary>The figure as SVG: equal bytes on every machine, since text is measured by tables and not by the host's fonts.</summary>
internal static class SvgFigure
{
    public static void Write(Stream stream, Figure figure)
    {
        using var buffer = new MemoryStream();
        using var context = new SvgRenderContext(
            buffer, figure.Width, figure.Height, isDocument: true, new RoomyText(), OxyColors.White);
        figure.Render(context);
        context.Complete();
        context.Flush();
        var bytes = buffer.GetBuffer().AsSpan(0, (int)buffer.Length);
        stream.Write(bytes[bytes.IndexOf("<svg"u8)..]); // without byte order mark and DOCTYPE the file can be put into a page as it is
    }
}
