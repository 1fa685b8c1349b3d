using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using MountSim.Model;
using MountSim.Reporting.Columns;

namespace MountSim.Reporting.Spreadsheets;

/// <summary>Writes a sheet's part row by row, so that memory does not grow with the rows.</summary>
internal sealed class SheetWriter(Sheet sheet)
{
    private const int MostRows = 1_048_576, MostColumns = 16_384, LongestText = 32_767; // Excel's limits
    private const double MostExact = 9_007_199_254_740_991; // a cell's number is a double: 2^53 - 1
    private const double Narrowest = 9, Widest = 40, Words = 22; // in characters

    /// <summary>Writes the part.</summary>
    /// <param name="part">Where to.</param>
    /// <param name="drawing">The relationship of the part's drawing; null for none.</param>
    public void Write(WorksheetPart part, string? drawing)
    {
        if (sheet.Headings.Count > MostColumns) throw TooMuch("columns", sheet.Headings.Count, MostColumns);
        using var writer = OpenXmlWriter.Create(part);
        writer.WriteStartElement(new Worksheet());
        writer.WriteElement(new SheetProperties(new PageSetupProperties { FitToPage = true }));
        writer.WriteElement(new SheetViews(FrozenHeader()));
        if (sheet.Headings.Count > 0) writer.WriteElement(Widths());
        writer.WriteStartElement(new SheetData());
        WriteRow(writer, 0, [.. sheet.Headings.Select(heading => Text(heading, CellStyle.Header))]);
        var row = 0;
        foreach (var values in sheet.Rows)
        {
            if (++row >= MostRows) throw TooMuch("rows", row, MostRows - 1);
            WriteRow(writer, row, [.. values.Select((value, column) => CellOf(value, sheet.Kinds[column]))]);
        }
        writer.WriteEndElement();
        if (row > 0) writer.WriteElement(new AutoFilter { Reference = $"A1:{CellText.Reference(sheet.Headings.Count - 1, row)}" });
        writer.WriteElement(new PageSetup { Orientation = OrientationValues.Landscape, FitToWidth = 1, FitToHeight = 0 }); // as many pages down as it takes
        if (drawing is not null) writer.WriteElement(new Drawing { Id = drawing });
        writer.WriteEndElement();
    }

    private static SheetView FrozenHeader() => new(
        new Pane { VerticalSplit = 1, TopLeftCell = "A2", ActivePane = PaneValues.BottomLeft, State = PaneStateValues.Frozen },
        new Selection { Pane = PaneValues.BottomLeft })
    { WorkbookViewId = 0 };

    private DocumentFormat.OpenXml.Spreadsheet.Columns Widths()
    {
        const double perCharacter = 1.1, gap = 2;
        var widths = new DocumentFormat.OpenXml.Spreadsheet.Columns();
        for (var index = 0; index < sheet.Headings.Count; index++)
        {
            var width = Math.Clamp((sheet.Headings[index].Length * perCharacter) + gap, Narrowest, Widest);
            widths.Append(new Column { Min = (uint)index + 1, Max = (uint)index + 1, Width = sheet.Kinds[index] == CellKind.Text ? Math.Max(width, Words) : width, CustomWidth = true });
        }
        return widths;
    }

    private static void WriteRow(OpenXmlWriter writer, int row, IReadOnlyList<Cell?> cells)
    {
        writer.WriteStartElement(new Row { RowIndex = (uint)row + 1 });
        for (var column = 0; column < cells.Count; column++)
        {
            if (cells[column] is not { } cell) continue;
            cell.CellReference = CellText.Reference(column, row);
            writer.WriteElement(cell);
        }
        writer.WriteEndElement();
    }

    private Cell? CellOf(object? value, CellKind kind) => value switch
    {
        null => null,
        string { Length: 0 } => null,
        string text => Text(text, FormulaGuard.Runs(text) ? CellStyle.GuardedText : CellStyle.Plain),
        long whole when Math.Abs((double)whole) > MostExact => Text(whole.ToString(CultureInfo.InvariantCulture), CellStyle.Plain),
        double number when !double.IsFinite(number) => null,
        _ => new Cell { CellValue = new CellValue(ExactNumber.Text(value)), DataType = CellValues.Number, StyleIndex = CellStyle.Of(kind) },
    };

    private Cell Text(string text, uint style)
    {
        if (text.Length > LongestText) throw TooMuch("characters of text in a cell", text.Length, LongestText);
        return new Cell
        {
            InlineString = new InlineString(new Text(CellText.Escaped(text)) { Space = SpaceProcessingModeValues.Preserve }),
            DataType = CellValues.InlineString,
            StyleIndex = style,
        };
    }

    private ModelException TooMuch(string what, int found, int most) => new(
        "--format xlsx", string.Create(CultureInfo.InvariantCulture, $"sheet {sheet.Name} has {found} {what}; a sheet holds {most} at most. --format csv has no such limit"));
}
