using MountSim.Experiments.Planning;
using MountSim.Reporting.Columns;
using MountSim.Reporting.Texts;
using Spectre.Console;

namespace MountSim.Reporting.Tables;

/// <summary>Scenarios side by side for the terminal: the times, what each change does to them, what it costs, and at the end the one sentence.</summary>
public static class ComparisonTable
{
    private const int NameAt = 0, RatioAt = 3;

    /// <summary>Writes all sections.</summary>
    public static void Write(TextWriter writer, ComparisonReport report, TableSettings settings)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(report);
        ArgumentNullException.ThrowIfNull(settings);
        using var lines = new TrimmedLines(writer);
        var console = TableConsole.Create(lines, settings);
        AnswerSection.WriteTitle(console, report.Baseline.Summary);
        WriteRows(console, report);
        WritePrices(console, ComparisonTexts.Prices(report));
        TextSection.Write(console, "Does not apply", ComparisonTexts.LeftOut(report));
        Section.Write(console, PredictionTexts.Settings(report.Settings));
        TextSection.Write(console, "Notes", ComparisonTexts.Notes(report));
        console.WriteLine();
        console.Write(new Text(ComparisonTexts.Sentence(report), Section.Bold));
        console.WriteLine();
    }

    private static void WriteRows(IAnsiConsole console, ComparisonReport report)
    {
        var text = ComparisonTexts.Rows(report);
        var table = Section.Columns(text.Words, [.. text.Columns]);
        table.Columns[NameAt].NoWrap();
        foreach (var (row, cells) in ComparisonColumns.Rows(report).Zip(text.Rows))
        {
            bool IsBold(int at) => (at == NameAt && row == report.Baseline) || (at == RatioAt && report.Ranked(row).IsFaster);
            table.AddRow([.. cells.Select((cell, at) => new Text(cell, IsBold(at) ? Section.Bold : Style.Plain))]);
        }
        console.Write(table);
    }

    private static void WritePrices(IAnsiConsole console, TextTable prices)
    {
        if (prices.Rows.Count == 0) return;
        Section.Heading(console, prices.Heading);
        var table = Section.Columns(prices.Words, [.. prices.Columns]);
        table.Columns[NameAt].NoWrap();
        foreach (var row in prices.Rows) table.AddRow([.. row.Select(Section.Plain)]);
        console.Write(table);
    }
}
