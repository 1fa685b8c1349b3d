using MountSim.Experiments;
using OxyPlot;
using OxyPlot.Axes;
using OxyPlot.Legends;
using OxyPlot.Series;

namespace MountSim.Reporting.Plots;

/// <summary>How busy the CPUs and the locks are in the course of the burst: the mean of the replications in each span of time, with its interval.</summary>
internal static class UtilizationPanel
{
    private const byte BandOpacity = 48;

    public static PlotModel Build(PredictionReport report, string font)
    {
        var series = report.Utilization;
        var scale = TimeScale.For(series.Count > 0 ? series[0].SpanMs * series[0].Mean.Count : 0);
        var model = PlotStyle.Panel("Utilisation over time", "mean of the replications, band: its 95 % interval; a burst that is over is idle", font);
        model.Axes.Add(PlotStyle.FromZero(AxisPosition.Bottom, $"time since the first start was issued ({scale.Unit})", 0));
        var share = PlotStyle.FromZero(AxisPosition.Left, "busy or held (%)", 0);
        share.Maximum = 100;
        share.MajorStep = 25;
        model.Axes.Add(share);
        model.Legends.Add(new Legend { LegendPosition = LegendPosition.RightTop, LegendPlacement = LegendPlacement.Outside, LegendSymbolLength = 30 });
        foreach (var (index, one) in series.Index()) Add(model, one, scale, Palette.Series[index % Palette.Series.Count], Palette.Lines[index % Palette.Lines.Count]);
        return model;
    }

    private static void Add(PlotModel model, UtilizationSeries one, TimeScale scale, OxyColor color, LineStyle style)
    {
        var band = new AreaSeries { Color = OxyColors.Transparent, Color2 = OxyColors.Transparent, Fill = OxyColor.FromAColor(BandOpacity, color), StrokeThickness = 0 };
        var line = new LineSeries { Title = one.Name, Color = color, LineStyle = style, StrokeThickness = 2 };
        for (var at = 0; at < one.Mean.Count; at++)
        {
            var middle = (at + 0.5) * one.SpanMs * scale.PerMs;
            band.Points.Add(new DataPoint(middle, 100 * one.Low[at]));
            band.Points2.Add(new DataPoint(middle, 100 * one.High[at]));
            line.Points.Add(new DataPoint(middle, 100 * one.Mean[at]));
        }
        model.Series.Add(band);
        model.Series.Add(line);
    }
}
