using DocumentFormat.OpenXml.Packaging;
using A = DocumentFormat.OpenXml.Drawing;
using C = DocumentFormat.OpenXml.Drawing.Charts;
using D = DocumentFormat.OpenXml.Drawing.Spreadsheet;

namespace MountSim.Reporting.Spreadsheets;

/// <summary>Places a chart to the right of its sheet's columns.</summary>
internal static class ChartDrawing
{
    private const int Columns = 14, Rows = 28, Gap = 1;

    /// <summary>Adds drawing and chart to a sheet's part.</summary>
    /// <returns>The drawing's relationship.</returns>
    public static string Add(WorksheetPart part, Sheet sheet, Chart chart)
    {
        const string drawingId = "drawing", chartId = "chart";
        var drawing = part.AddNewPart<DrawingsPart>(drawingId);
        drawing.AddNewPart<ChartPart>(chartId).ChartSpace = ChartSpace.Of(sheet, chart);
        var left = sheet.Headings.Count + Gap;
        drawing.WorksheetDrawing = new D.WorksheetDrawing(new D.TwoCellAnchor(
            new D.FromMarker(new D.ColumnId($"{left}"), new D.ColumnOffset("0"), new D.RowId("1"), new D.RowOffset("0")),
            new D.ToMarker(new D.ColumnId($"{left + Columns}"), new D.ColumnOffset("0"), new D.RowId($"{1 + Rows}"), new D.RowOffset("0")),
            new D.GraphicFrame(
                new D.NonVisualGraphicFrameProperties(
                    new D.NonVisualDrawingProperties { Id = 2, Name = "chart", Description = chart.Title },
                    new D.NonVisualGraphicFrameDrawingProperties()),
                new D.Transform(new A.Offset { X = 0, Y = 0 }, new A.Extents { Cx = 0, Cy = 0 }),
                new A.Graphic(new A.GraphicData(new C.ChartReference { Id = chartId }) { Uri = "http://schemas.openxmlformats.org/drawingml/2006/chart" }))
            { Macro = "" },
            new D.ClientData()));
        return drawingId;
    }
}
