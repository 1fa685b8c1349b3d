using OxyPlot;

namespace MountSim.Reporting.Plots;

/// <summary>Panels one below the other, as wide as the figure.</summary>
/// <param name="Panels">Each with its height.</param>
/// <param name="Width">In the same units as the heights.</param>
internal sealed record Figure(IReadOnlyList<(PlotModel Panel, int Height)> Panels, int Width = Figure.Wide)
{
    /// <summary>Of a file's figure.</summary>
    public const int Wide = 900;

    /// <summary>Height of all panels.</summary>
    public int Height => Panels.Sum(panel => panel.Height);

    public void Render(IRenderContext context)
    {
        var top = 0;
        foreach (var (panel, height) in Panels)
        {
            ((IPlotModel)panel).Update(updateData: true);
            ((IPlotModel)panel).Render(context, new OxyRect(0, top, Width, height));
            // OxyPlot draws its exceptions into the picture.
            if (panel.GetLastPlotException() is { } failure) throw new InvalidOperationException($"the panel '{panel.Title}' cannot be drawn", failure);
            top += height;
        }
    }
}
