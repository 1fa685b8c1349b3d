using System.Text;
using MountSim.Experiments;
using MountSim.Reporting.Columns;
using MountSim.Reporting.Csv;
using MountSim.Reporting.Spreadsheets;

namespace MountSim.Reporting.Tests;

/// <summary>What a planner's spreadsheet makes of our files, asked of a real one in two locales.</summary>
public sealed class SpreadsheetLocaleTests : IDisposable
{
    private const string German = "de-DE", English = "en-US";
    private const string Attack = "=HYPERLINK(\"http://example.com\")";
    private static readonly PredictionSummary Summary = SampleReport.Create().Summary with { Scenario = Attack, BottleneckUtilization = 0.125, StartP50Ms = 1234.5 };
    private static readonly ColumnList<PredictionSummary> Columns = PredictionColumns.All;

    private readonly Dictionary<string, LibreOffice> offices = [];

    public SpreadsheetLocaleTests() => Assert.SkipUnless(
        LibreOffice.IsInstalled, "NOT TESTED: what spreadsheets make of our files in German and English. Install libreoffice-calc-nogui (Debian) and run again.");

    public void Dispose()
    {
        foreach (var office in offices.Values) office.Dispose();
    }

    [Theory]
    [InlineData(English, "12.5%", "1,234.5")]
    [InlineData(German, "12,5%", "1.234,5")]
    public void A_workbook_has_the_same_numbers_everywhere_and_shows_them_in_the_readers_way(string locale, string share, string time)
    {
        var rows = In(locale).Open("a.xlsx", Workbook.Bytes(Sheet.Of("prediction", Columns, [Summary])));
        Assert.Equal(Columns.Select(column => column.Heading), rows[0].Select(cell => cell.Shown));
        Assert.Equal(new OfficeCell("percentage", 0.125, share, IsFormula: false), Cell(rows, "bottleneck_utilization"));
        Assert.Equal(new OfficeCell("float", 1234.5, time, IsFormula: false), Cell(rows, "start_p50_ms"));
        Assert.Equal(new OfficeCell("string", null, "namespace_sem", IsFormula: false), Cell(rows, "bottleneck"));
        Assert.Equal(new OfficeCell("string", null, Attack, IsFormula: false), Cell(rows, "scenario"));
    }

    [Theory]
    [InlineData(English, "excel", ',')]
    [InlineData(German, "excel-eu", ';')]
    public void A_double_click_on_the_csv_of_the_readers_dialect_reads_every_number(string locale, string dialect, char listSeparator)
    {
        var rows = In(locale).Open("a.csv", Csv(CsvDialect.All.Single(one => one.Name == dialect)), listSeparator);
        Assert.Equal(Columns.Names, rows[0].Select(cell => cell.Shown));
        Assert.Equal(("float", 0.125), (Cell(rows, "bottleneck_utilization").Type, Cell(rows, "bottleneck_utilization").Value));
        Assert.Equal(("float", 1234.5), (Cell(rows, "start_p50_ms").Type, Cell(rows, "start_p50_ms").Value));
        Assert.Equal(new OfficeCell("string", null, '\'' + Attack, IsFormula: false), Cell(rows, "scenario"));
    }

    [Fact]
    public void The_contracts_csv_is_not_for_a_double_click_where_numbers_have_a_comma() =>
        Assert.Equal(125, Cell(In(German).Open("a.csv", Csv(CsvDialect.Rfc4180), ','), "bottleneck_utilization").Value);

    private static OfficeCell Cell(IReadOnlyList<IReadOnlyList<OfficeCell>> rows, string name) => rows[1][Columns.Names.ToList().IndexOf(name)];

    private static byte[] Csv(CsvDialect dialect)
    {
        using var writer = new StringWriter();
        CsvTable.Write(writer, Columns, [Summary], dialect);
        return Encoding.UTF8.GetBytes(writer.ToString());
    }

    private LibreOffice In(string locale) => offices.TryGetValue(locale, out var office) ? office : offices[locale] = new LibreOffice(locale);
}
