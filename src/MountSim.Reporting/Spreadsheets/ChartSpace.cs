using MountSim.Reporting.Plots;
using A = DocumentFormat.OpenXml.Drawing;
using C = DocumentFormat.OpenXml.Drawing.Charts;

namespace MountSim.Reporting.Spreadsheets;

/// <summary>A chart in DrawingML: it refers to its sheet's cells and carries their values, for viewers that do not look them up.</summary>
internal sealed class ChartSpace
{
    private const uint CategoryAxis = 1, ValueAxis = 2;

    private readonly Sheet sheet;
    private readonly Chart chart;
    private readonly IReadOnlyList<IReadOnlyList<object?>> rows;

    private ChartSpace(Sheet sheet, Chart chart) => (this.sheet, this.chart, rows) = (sheet, chart, [.. sheet.Rows.Take(chart.Rows)]);

    public static C.ChartSpace Of(Sheet sheet, Chart chart) => new ChartSpace(sheet, chart).Build();

    private C.ChartSpace Build()
    {
        var plot = new C.PlotArea(new C.Layout(), chart.Kind == ChartKind.Bars ? Bars() : Lines());
        plot.Append(chart.Kind == ChartKind.Bars ? Names() : Numbers(CategoryAxis, ValueAxis, C.AxisPositionValues.Bottom, chart.CategoryTitle));
        plot.Append(Numbers(ValueAxis, CategoryAxis, C.AxisPositionValues.Left, chart.ValueTitle));
        var drawn = new C.Chart(ChartTitle(chart.Title), new C.AutoTitleDeleted { Val = false }, plot);
        if (chart.Series > 1) drawn.Append(new C.Legend(new C.LegendPosition { Val = C.LegendPositionValues.Bottom }, new C.Overlay { Val = false }));
        drawn.Append(new C.PlotVisibleOnly { Val = true }, new C.DisplayBlanksAs { Val = C.DisplayBlanksAsValues.Gap });
        return new C.ChartSpace(new C.RoundedCorners { Val = false }, drawn);
    }

    private C.BarChart Bars()
    {
        var bars = new C.BarChart(
            new C.BarDirection { Val = C.BarDirectionValues.Column }, new C.BarGrouping { Val = C.BarGroupingValues.Clustered }, new C.VaryColors { Val = false });
        for (var series = 1; series <= chart.Series; series++)
        {
            bars.Append(new C.BarChartSeries(
                new C.Index { Val = (uint)series - 1 }, new C.Order { Val = (uint)series - 1 }, SeriesName(series),
                new C.ChartShapeProperties(Fill(series)),
                new C.InvertIfNegative { Val = false },
                new C.CategoryAxisData(new C.StringReference(new C.Formula(Range(0)), TextsOf(0))),
                new C.Values(NumbersOf(series))));
        }
        bars.Append(new C.GapWidth { Val = 60 }, new C.AxisId { Val = CategoryAxis }, new C.AxisId { Val = ValueAxis });
        return bars;
    }

    private C.ScatterChart Lines()
    {
        var lines = new C.ScatterChart(new C.ScatterStyle { Val = C.ScatterStyleValues.LineMarker }, new C.VaryColors { Val = false });
        for (var series = 1; series <= chart.Series; series++)
        {
            lines.Append(new C.ScatterChartSeries(
                new C.Index { Val = (uint)series - 1 }, new C.Order { Val = (uint)series - 1 }, SeriesName(series),
                new C.ChartShapeProperties(new A.Outline(Fill(series)) { Width = 25_400 }),
                new C.Marker(new C.Symbol { Val = C.MarkerStyleValues.Circle }, new C.Size { Val = 6 }, new C.ChartShapeProperties(Fill(series))),
                new C.XValues(NumbersOf(0)),
                new C.YValues(NumbersOf(series)),
                new C.Smooth { Val = false }));
        }
        lines.Append(new C.AxisId { Val = CategoryAxis }, new C.AxisId { Val = ValueAxis });
        return lines;
    }

    private C.CategoryAxis Names() => new(
        new C.AxisId { Val = CategoryAxis },
        new C.Scaling(new C.Orientation { Val = C.OrientationValues.MinMax }),
        new C.Delete { Val = false },
        new C.AxisPosition { Val = C.AxisPositionValues.Bottom },
        ChartTitle(chart.CategoryTitle),
        new C.TickLabelPosition { Val = C.TickLabelPositionValues.Low },
        new C.CrossingAxis { Val = ValueAxis },
        new C.Crosses { Val = C.CrossesValues.AutoZero });

    private static C.ValueAxis Numbers(uint id, uint other, C.AxisPositionValues position, string title) => new(
        new C.AxisId { Val = id },
        new C.Scaling(new C.Orientation { Val = C.OrientationValues.MinMax }, new C.MinAxisValue { Val = 0 }),
        new C.Delete { Val = false },
        new C.AxisPosition { Val = position },
        new C.MajorGridlines(new C.ChartShapeProperties(new A.Outline(Solid(Palette.Grid.ToString())))),
        ChartTitle(title),
        new C.NumberingFormat { FormatCode = "#,##0.###", SourceLinked = false },
        new C.TickLabelPosition { Val = C.TickLabelPositionValues.NextTo },
        new C.CrossingAxis { Val = other },
        new C.Crosses { Val = C.CrossesValues.AutoZero });

    private static C.Title ChartTitle(string text) => new(
        new C.ChartText(new C.RichText(new A.BodyProperties(), new A.Paragraph(new A.Run(new A.Text(text))))), new C.Overlay { Val = false });

    private C.SeriesText SeriesName(int column) => new(new C.StringReference(
        new C.Formula($"'{sheet.Name}'!${CellText.Letters(column)}$1"),
        new C.StringCache(new C.PointCount { Val = 1 }, new C.StringPoint(new C.NumericValue(sheet.Headings[column])) { Index = 0 })));

    private string Range(int column) => $"'{sheet.Name}'!${CellText.Letters(column)}$2:${CellText.Letters(column)}${rows.Count + 1}";

    private C.StringCache TextsOf(int column)
    {
        var cache = new C.StringCache(new C.PointCount { Val = (uint)rows.Count });
        for (var row = 0; row < rows.Count; row++)
            cache.Append(new C.StringPoint(new C.NumericValue(CellText.Escaped(ExactNumber.Text(rows[row][column])))) { Index = (uint)row });
        return cache;
    }

    private C.NumberReference NumbersOf(int column)
    {
        var cache = new C.NumberingCache(new C.FormatCode("General"), new C.PointCount { Val = (uint)rows.Count });
        for (var row = 0; row < rows.Count; row++)
        {
            if (ExactNumber.Text(rows[row][column]) is { Length: > 0 } number)
                cache.Append(new C.NumericPoint(new C.NumericValue(number)) { Index = (uint)row });
        }
        return new C.NumberReference(new C.Formula(Range(column)), cache);
    }

    private static A.SolidFill Fill(int series) => Solid(Palette.Series[(series - 1) % Palette.Series.Count].ToString());

    private static A.SolidFill Solid(string color) => new(new A.RgbColorModelHex { Val = color[^6..] });
}
