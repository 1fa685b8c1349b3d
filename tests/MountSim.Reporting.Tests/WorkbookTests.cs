using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;
using MountSim.Model;
using MountSim.Reporting.Columns;
using MountSim.Reporting.Spreadsheets;
using Sheet = MountSim.Reporting.Spreadsheets.Sheet;
using Workbook = MountSim.Reporting.Spreadsheets.Workbook;

namespace MountSim.Reporting.Tests;

public class WorkbookTests
{
    private static readonly Sheet Charted =
        new("what it buys", ["class", "planned", "safe (%)"], [CellKind.Text, CellKind.Whole, CellKind.Real], [["web", 100L, 12.5], ["a & <b>", 50L, null]])
        {
            Chart = new Chart("Bursts", ChartKind.Bars, "class", "containers", 2, 2),
        };

    private static readonly Sheet Lines = new("lines", ["n", "p99 (ms)"], [CellKind.Whole, CellKind.Real], [[10L, 1.5], [20L, 4.5]])
    {
        Chart = new Chart("p99", ChartKind.Lines, "containers", "ms", 2, 1),
    };

    [Fact]
    public void A_workbook_obeys_the_format()
    {
        using var document = Opened(Workbook.Bytes(Charted, Lines));
        Assert.Empty(new OpenXmlValidator().Validate(document, TestContext.Current.CancellationToken).Select(error => $"{error.Path?.XPath}: {error.Description}"));
    }

    [Fact]
    public void Equal_content_gives_equal_bytes() => Assert.Equal(Workbook.Bytes(Charted, Lines), Workbook.Bytes(Charted, Lines));

    [Fact]
    public void A_chart_refers_to_its_sheets_cells()
    {
        using var document = Opened(Workbook.Bytes(Charted));
        var formulas = document.WorkbookPart!.WorksheetParts.Single().DrawingsPart!.ChartParts.Single().ChartSpace!
            .Descendants<DocumentFormat.OpenXml.Drawing.Charts.Formula>().Select(formula => formula.Text);
        Assert.Equal(["'what it buys'!$B$1", "'what it buys'!$A$2:$A$3", "'what it buys'!$B$2:$B$3", "'what it buys'!$C$1", "'what it buys'!$A$2:$A$3", "'what it buys'!$C$2:$C$3"], formulas);
    }

    [Theory]
    [InlineData("a\u0007b", "a_x0007_b")]
    [InlineData("_x0007_", "_x005F_x0007_")]
    [InlineData("a\rb", "a_x000D_b")]
    [InlineData("\U0001F600", "\U0001F600")]
    public void Text_that_xml_cannot_hold_is_escaped_as_the_format_says(string text, string written) => Assert.Equal(written, Cells(text).Single().InnerText);

    [Fact]
    public void Half_a_character_is_escaped_too() => Assert.Equal("_xD800_ alone", Cells("\uD800 alone").Single().InnerText); // no attribute could hold it

    [Theory]
    [InlineData("=1+1", true)]
    [InlineData("@SUM(A1)", true)]
    [InlineData("plain", false)]
    [InlineData("-", false)]
    public void Text_that_begins_like_a_formula_stays_text_when_it_is_edited(string text, bool guarded)
    {
        using var document = Opened(Workbook.Bytes(new Sheet("s", ["t"], [CellKind.Text], [[text]])));
        var style = document.WorkbookPart!.WorksheetParts.Single().Worksheet!.Descendants<Cell>().Last().StyleIndex!.Value;
        var format = document.WorkbookPart.WorkbookStylesPart!.Stylesheet!.CellFormats!.Elements<CellFormat>().ElementAt((int)style);
        Assert.Equal(guarded, format.QuotePrefix?.Value ?? false);
    }

    [Fact]
    public void A_whole_number_that_a_double_cannot_hold_is_text()
    {
        var cells = Cells(9_007_199_254_740_991L, 9_007_199_254_740_993L, long.MinValue).ToList();
        Assert.Equal(["9007199254740991", "9007199254740993", "-9223372036854775808"], cells.Select(cell => cell.InnerText));
        Assert.Equal([CellValues.Number, CellValues.InlineString, CellValues.InlineString], cells.Select(cell => cell.DataType!.Value));
    }

    [Fact]
    public void Nothing_and_what_is_no_number_are_empty_cells() => Assert.Empty(Cells(null, "", double.NaN, double.PositiveInfinity));

    [Fact]
    public void More_than_a_sheet_holds_is_refused()
    {
        var failure = Assert.Throws<ModelException>(() => Workbook.Bytes(new Sheet("s", ["t"], [CellKind.Text], [[new string('a', 40_000)]])));
        Assert.Equal("--format xlsx: sheet s has 40000 characters of text in a cell; a sheet holds 32767 at most. --format csv has no such limit", failure.Message);
    }

    [Theory]
    [InlineData(0, "A")]
    [InlineData(25, "Z")]
    [InlineData(26, "AA")]
    [InlineData(16_383, "XFD")]
    public void Columns_have_letters(int column, string letters) => Assert.Equal(letters, CellText.Letters(column));

    private static IReadOnlyList<Cell> Cells(params object?[] values)
    {
        using var document = Opened(Workbook.Bytes(new Sheet("s", [.. values.Select((_, i) => $"c{i}")], [.. values.Select(_ => CellKind.Mixed)], [values])));
        return [.. document.WorkbookPart!.WorksheetParts.Single().Worksheet!.Descendants<Row>().Last().Elements<Cell>()];
    }

    private static SpreadsheetDocument Opened(byte[] workbook) => SpreadsheetDocument.Open(new MemoryStream(workbook), isEditable: false);
}
