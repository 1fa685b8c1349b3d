using MountSim.Experiments;
using OxyPlot;
using OxyPlot.Annotations;
using OxyPlot.Axes;
using OxyPlot.Legends;
using OxyPlot.Series;

namespace MountSim.Reporting.Plots;

/// <summary>A tornado: what becomes of the makespan when one uncertain parameter is at its low or at its high bound, the one that matters most on top.</summary>
internal static class SensitivityPanel
{
    private const double RoomForLabels = 0.15, HalfBar = 0.3;

    /// <summary>Height for so many parameters.</summary>
    public static int Height(PredictionReport report) => 170 + (50 * report.Sensitivity.Count);

    public static PlotModel Build(PredictionReport report, string font)
    {
        var rows = report.Sensitivity.OrderByDescending(row => Math.Abs(row.MakespanAtHighMs - row.MakespanAtLowMs)).ToList();
        var scale = TimeScale.For(rows.SelectMany(row => new[] { row.MakespanAtLowMs, row.MakespanAtHighMs }).DefaultIfEmpty(0).Max());
        var model = PlotStyle.Panel("Sensitivity", rows.Count == 0 ? "no parameter was varied" : $"the first replication, makespan {Quantity.Ms(rows[0].MakespanAsDrawnMs)}, with one parameter at a bound", font);
        model.Axes.Add(PlotStyle.Names([.. rows.Select(row => WithBreak(row.Parameter))]));
        model.Axes.Add(PlotStyle.FromZero(AxisPosition.Bottom, $"makespan ({scale.Unit})", RoomForLabels));
        model.Legends.Add(new Legend { LegendPosition = LegendPosition.BottomCenter, LegendPlacement = LegendPlacement.Outside, LegendOrientation = LegendOrientation.Horizontal });
        var low = new RectangleBarSeries { Title = "at its low bound", FillColor = Palette.SkyBlue, StrokeThickness = 0 };
        var high = new RectangleBarSeries { Title = "at its high bound", FillColor = Palette.Orange, StrokeThickness = 0 };
        foreach (var (at, row) in rows.Index())
        {
            low.Items.Add(Bar(at, row.MakespanAsDrawnMs, row.MakespanAtLowMs, scale));
            high.Items.Add(Bar(at, row.MakespanAsDrawnMs, row.MakespanAtHighMs, scale));
            Label(model, at, row.Low, row.MakespanAtLowMs, row.MakespanAtLowMs < row.MakespanAtHighMs, scale);
            Label(model, at, row.High, row.MakespanAtHighMs, row.MakespanAtHighMs <= row.MakespanAtLowMs, scale);
        }
        model.Series.Add(low);
        model.Series.Add(high);
        if (rows.Count > 0) model.Annotations.Add(new LineAnnotation { Type = LineAnnotationType.Vertical, X = rows[0].MakespanAsDrawnMs * scale.PerMs, Color = Palette.Ink, LineStyle = LineStyle.Solid });
        return model;
    }

    private static RectangleBarItem Bar(int at, double value, double bound, TimeScale scale) =>
        new(Math.Min(value, bound) * scale.PerMs, at - HalfBar, Math.Max(value, bound) * scale.PerMs, at + HalfBar);

    // What the parameter is at the bar's end, beyond it.
    private static void Label(PlotModel model, int at, double parameter, double makespan, bool isLeft, TimeScale scale) => model.Annotations.Add(new TextAnnotation
    {
        Text = Quantity.Number(parameter),
        TextPosition = new DataPoint(makespan * scale.PerMs, at),
        TextHorizontalAlignment = isLeft ? HorizontalAlignment.Right : HorizontalAlignment.Left,
        TextVerticalAlignment = VerticalAlignment.Middle,
        Offset = new ScreenVector(isLeft ? -5 : 5, 0),
        StrokeThickness = 0,
        TextColor = Palette.Ink,
    });

    // A long name on two lines leaves the bars their room.
    private static string WithBreak(string name)
    {
        const int Long = 28;
        if (name.Length <= Long) return name;
        var at = name.LastIndexOf(' ', name.Length / 2 + 4);
        return at < 0 ? name : $"{name[..at]}\n{name[(at + 1)..]}";
    }
}
