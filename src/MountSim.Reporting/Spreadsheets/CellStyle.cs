using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Spreadsheet;
using MountSim.Reporting.Columns;

namespace MountSim.Reporting.Spreadsheets;

/// <summary>The few looks that cells have, by their number in the workbook's list.</summary>
internal static class CellStyle
{
    public const uint Plain = 0, Header = 1, Whole = 2, Real = 3, Share = 4, GuardedText = 5;

    private const uint WholeFormat = 3, RealFormat = 164, ShareFormat = 165; // 3 is built in; from 164 on they are ours (ECMA-376 part 1, 18.8.30)

    public static uint Of(CellKind kind) => kind switch
    {
        CellKind.Whole => Whole,
        CellKind.Real => Real,
        CellKind.Share => Share,
        _ => Plain,
    };

    /// <summary>The separators in these formats stand for those of the reader's locale.</summary>
    public static Stylesheet Sheet() => new(
        new NumberingFormats(Numbers(RealFormat, "#,##0.0##"), Numbers(ShareFormat, "0.0%")) { Count = 2 },
        new Fonts(new Font(new FontSize { Val = 11 }, new FontName { Val = "Calibri" }), new Font(new Bold(), new FontSize { Val = 11 }, new FontName { Val = "Calibri" })) { Count = 2 },
        new Fills(new Fill(new PatternFill { PatternType = PatternValues.None }), new Fill(new PatternFill { PatternType = PatternValues.Gray125 })) { Count = 2 },
        new Borders(new Border(new LeftBorder(), new RightBorder(), new TopBorder(), new BottomBorder(), new DiagonalBorder())) { Count = 1 },
        new CellStyleFormats(new CellFormat { NumberFormatId = 0, FontId = 0, FillId = 0, BorderId = 0 }) { Count = 1 },
        new CellFormats(
            Format(0),
            new CellFormat(new Alignment { WrapText = true, Vertical = VerticalAlignmentValues.Top }) { NumberFormatId = 0, FontId = 1, FillId = 0, BorderId = 0, FormatId = 0, ApplyFont = true, ApplyAlignment = true },
            Format(WholeFormat),
            Format(RealFormat),
            Format(ShareFormat),
            new CellFormat { NumberFormatId = 0, FontId = 0, FillId = 0, BorderId = 0, FormatId = 0, QuotePrefix = true }) { Count = 6 },
        new CellStyles(new DocumentFormat.OpenXml.Spreadsheet.CellStyle { Name = "Normal", FormatId = 0, BuiltinId = 0 }) { Count = 1 });

    private static NumberingFormat Numbers(uint id, string code) => new() { NumberFormatId = id, FormatCode = code };

    private static CellFormat Format(uint numbers) => new() { NumberFormatId = numbers, FontId = 0, FillId = 0, BorderId = 0, FormatId = 0, ApplyNumberFormat = BooleanValue.FromBoolean(numbers > 0) };
}
