using OxyPlot;

namespace MountSim.Reporting.Plots;

/// <summary>Panels one below the other, as wide as the figure.</summary>
/// <param name="Panels">Each with its height.</param>
internal sealed record Figure(IReadOnlyList<(PlotModel Panel, int Height)> Panels)
{
    /// <summary>Width of every panel.</summary>
    public int Width { get; init; } = 900;

    /// <summary>Height of all panels.</summary>
    public int Height => Panels.Sum(panel => panel.Height);

    public void Render(IRenderContext context)
    {
        var top = 0;
        foreach (var (panel, height) in Panels)
        {
            ((IPlotModel)panel).Update(updateData: true);
            ((IPlotModel)panel).Render(context, new OxyRect(0, top, Width, height));
            top += height;
        }
    }
}
