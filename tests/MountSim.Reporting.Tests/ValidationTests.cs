using System.Text;
using System.Text.Json;
using System.Xml.Linq;
using MountSim.Experiments.Validation;
using MountSim.Model.Costs;
using MountSim.Reporting.Columns;
using MountSim.Reporting.Csv;
using MountSim.Reporting.Json;
using MountSim.Reporting.Models;
using MountSim.Reporting.Plots;
using MountSim.Reporting.Tables;

namespace MountSim.Reporting.Tests;

public class ValidationTests
{
    private static readonly ValidationReport Report = SampleValidation.Create();

    [Theory]
    [InlineData(80)]
    [InlineData(120)]
    public void A_table_shows_each_quantity_then_what_was_missed_and_the_score_last(int width)
    {
        var table = Text(writer => ValidationTable.Write(writer, Report, new TableSettings(width, Color: false)));
        Golden.Verify("MountSim.Reporting.Tests", $"validation-{width}.txt", table);
        Assert.EndsWith("Target: at least 90 % of the cases met: missed.", table.TrimEnd().ReplaceLineEndings(" "), StringComparison.Ordinal);
    }

    [Fact]
    public void A_csv_row_is_a_quantity_and_an_open_bound_is_empty()
    {
        var csv = Text(writer => CsvTable.Write(writer, ValidationColumns.All, ValidationLine.Of(Report)));
        Golden.Verify("MountSim.Reporting.Tests", "validation.csv", csv);
        Assert.Contains("sample,S2,threshold,ms,3.5,3,4,30,10,,-0.883333,missed,", csv, StringComparison.Ordinal);
    }

    [Fact]
    public void A_json_holds_cases_and_quantities()
    {
        var json = Text(writer => ValidationJson.Write(writer, Report));
        using var document = JsonDocument.Parse(json);
        Assert.Equal(["met", "missed", "skipped"], document.RootElement.GetProperty("cases").EnumerateArray().Select(one => one.GetProperty("verdict").GetString()));
        Assert.Equal(5, document.RootElement.GetProperty("quantities").GetArrayLength());
        Assert.False(document.RootElement.GetProperty("target_met").GetBoolean());
    }

    [Theory]
    [InlineData(PlotFormat.Svg)]
    [InlineData(PlotFormat.Png)]
    public void A_plot_is_drawn_twice_alike(PlotFormat format) => Assert.Equal(Plot(Report, format), Plot(Report, format));

    [Fact]
    public void A_plot_says_what_logarithms_cannot_show()
    {
        var svg = XDocument.Parse(Encoding.UTF8.GetString(Plot(Report, PlotFormat.Svg))).ToString();
        Assert.Contains("2 not shown", svg, StringComparison.Ordinal);
        Assert.Contains("S2  threshold", svg, StringComparison.Ordinal);
    }

    [Fact]
    public void A_prediction_without_an_upper_end_is_drawn_to_the_edge_and_told()
    {
        var row = ValidationRow.InBand("throughput", "starts/s", new Interval(10, 0, double.PositiveInfinity), new Interval(10, 5, 15));
        var open = Report with { Cases = [.. Report.Cases, new ValidationCase("S4", "", "", [row])] };
        Assert.NotEmpty(Plot(open, PlotFormat.Svg));
        Assert.Matches(@"throughput, starts/s\s+10 0 or more\s+10 5 to 15", Text(writer => ValidationTable.Write(writer, open, new TableSettings(120, Color: false))));
        Assert.Contains("S4,throughput,starts/s,10,0,,10,5,15", Text(writer => CsvTable.Write(writer, ValidationColumns.All, ValidationLine.Of(open))), StringComparison.Ordinal);
        Assert.Contains("S4", Text(writer => ValidationJson.Write(writer, open)), StringComparison.Ordinal);
    }

    [Fact]
    public void A_report_of_nothing_is_drawn_and_has_met_no_target()
    {
        var none = Report with { Cases = [], Target = ValidationTarget.ShareOfCases(0.9, []) };
        Assert.NotEmpty(Plot(none, PlotFormat.Svg));
        Assert.False(none.Target.Met);
        Assert.True(none.NothingJudged);
    }

    private static byte[] Plot(ValidationReport report, PlotFormat format)
    {
        using var stream = new MemoryStream();
        ValidationPlot.Write(stream, report, format);
        return stream.ToArray();
    }

    private static string Text(Action<TextWriter> write)
    {
        using var writer = new StringWriter { NewLine = "\n" };
        write(writer);
        return writer.ToString();
    }
}
