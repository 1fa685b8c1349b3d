using MountSim.Experiments;
using MountSim.Reporting.Tables;

namespace MountSim.Reporting.Tests;

public class TableTests
{
    private static readonly PredictionReport Report = SampleReport.Create();

    [Theory]
    [InlineData(80)]
    [InlineData(120)]
    public void A_report_fits_the_width(int width)
    {
        var table = Rendered.Table(Report, new TableSettings(width, Color: false));
        Assert.All(table.Split('\n'), line => Assert.True(line.Length <= width, line));
        Golden.Verify("MountSim.Reporting.Tests", $"prediction-{width}.txt", table);
    }

    [Fact]
    public void The_sentence_is_the_last_line() =>
        Assert.EndsWith(Report.Sentence + "\n", Rendered.Table(Report, new TableSettings(160, Color: false)), StringComparison.Ordinal);

    [Fact]
    public void Lines_end_without_blanks() =>
        Assert.DoesNotContain(" \n", Rendered.Table(Report, new TableSettings(100, Color: false)), StringComparison.Ordinal);

    [Fact]
    public void Without_colour_there_is_no_escape_sequence()
    {
        Assert.DoesNotContain('\u001b', Rendered.Table(Report, new TableSettings(100, Color: false)));
        Assert.Contains('\u001b', Rendered.Table(Report, new TableSettings(100, Color: true)));
    }

    [Fact]
    public void Brackets_in_a_name_are_text() =>
        Assert.Contains("[red]x[/]", Rendered.Table(Report.Named("[red]x[/]"), new TableSettings(100, Color: false)), StringComparison.Ordinal);

    [Fact]
    public void An_empty_report_still_answers()
    {
        var empty = Report with { Locks = [], StartTimesMs = [], Settings = [], Notes = [], Breakdown = [], Sensitivity = [] };
        Assert.Contains("start p99", Rendered.Table(empty, new TableSettings(80, Color: false)), StringComparison.Ordinal);
    }

    [Fact]
    public void A_foreign_culture_changes_no_byte() =>
        Assert.Equal(
            Rendered.Table(Report, new TableSettings(100, Color: false)),
            ForeignCulture.Under(() => Rendered.Table(Report, new TableSettings(100, Color: false))));
}
