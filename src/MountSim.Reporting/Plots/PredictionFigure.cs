using MountSim.Experiments;
using OxyPlot;

namespace MountSim.Reporting.Plots;

/// <summary>Two panels, one below the other: start times and waits by lock.</summary>
/// <param name="report">What is drawn.</param>
/// <param name="font">One family for pixels; for vectors, a list that the viewer chooses from.</param>
internal sealed class PredictionFigure(PredictionReport report, string font)
{
    public const int Width = 900, Height = StartHeight + LockHeight;

    private const int StartHeight = 420, LockHeight = 400;

    public void Render(IRenderContext context)
    {
        Render(context, StartTimePanel.Build(report, font), new OxyRect(0, 0, Width, StartHeight));
        Render(context, LockWaitPanel.Build(report, font), new OxyRect(0, StartHeight, Width, LockHeight));
    }

    private static void Render(IRenderContext context, IPlotModel panel, OxyRect place)
    {
        panel.Update(updateData: true);
        panel.Render(context, place);
    }
}
