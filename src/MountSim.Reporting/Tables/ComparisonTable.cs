using MountSim.Experiments.Planning;
using MountSim.Reporting.Columns;
using Spectre.Console;

namespace MountSim.Reporting.Tables;

/// <summary>Scenarios side by side for the terminal: the times, what each change does to them, what it costs, and at the end the one sentence.</summary>
public static class ComparisonTable
{
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
        WritePrices(console, report.Rows);
        TextSection.Write(console, "Does not apply", report.LeftOut.Select(mitigation => $"{mitigation.Name}: {mitigation.Why}"));
        SettingsSection.Write(console, report.Settings);
        TextSection.Write(console, "Notes", [.. report.Notes, .. report.Rows.SelectMany(row => row.Notes.Select(note => $"{row.Variant.Name}: {note}")), .. Omissions(report), Basis(report)]);
        console.WriteLine();
        console.Write(new Text(Sentence(report), Section.Bold));
        console.WriteLine();
    }

    private static void WriteRows(IAnsiConsole console, ComparisonReport report)
    {
        var ranked = report.RankedBy == Comparer.ByStart ? "start p99" : "makespan";
        var table = Section.Columns(1, "what", "start p99", "makespan", $"{ranked} x", "95 % interval", "binds", "busy");
        table.Columns[0].NoWrap();
        foreach (var row in ComparisonColumns.Rows(report))
        {
            var difference = report.Ranked(row);
            var isBaseline = row == report.Baseline;
            table.AddRow(
                isBaseline ? new Text(row.Variant.Name, Section.Bold) : Section.Plain(Marked(row)),
                Section.Plain(Quantity.Ms(row.Summary.StartP99Ms)),
                Section.Plain(Quantity.Ms(row.Summary.MakespanMs)),
                new Text(isBaseline ? "" : Quantity.Number(difference.Ratio), difference.IsFaster ? Section.Bold : Style.Plain),
                Section.Plain(isBaseline || difference.Pairs < 2 ? "" : $"{Quantity.Number(difference.RatioLow)} to {Quantity.Number(difference.RatioHigh)}"),
                Section.Plain(row.Summary.Bottleneck),
                Section.Plain(Quantity.Percent(row.Summary.BottleneckUtilization)));
        }
        console.Write(table);
    }

    private static void WritePrices(IAnsiConsole console, IReadOnlyList<ComparisonRow> rows)
    {
        var mitigations = rows.Where(row => row.Variant.Mitigation is not null).ToList();
        if (mitigations.Count == 0) return;
        Section.Heading(console, "What each is, and its price");
        var table = Section.Columns(2, "what", "");
        table.Columns[0].NoWrap();
        foreach (var row in mitigations)
        {
            var mitigation = row.Variant.Mitigation!;
            table.AddRow(Section.Plain(Marked(row)), Section.Plain($"{mitigation.Title} ({row.Variant.Change}). Price: {mitigation.Price.TrimEnd('.')}. [{mitigation.PriceSource}]"));
        }
        console.Write(table);
    }

    private static string Marked(ComparisonRow row) => row.Variant.Mitigation?.Omits is null ? row.Variant.Name : row.Variant.Name + " *";

    private static IEnumerable<string> Omissions(ComparisonReport report) => report.Rows
        .Where(row => row.Variant.Mitigation?.Omits is not null)
        .Select(row => $"* {row.Variant.Name} is not like for like: its model leaves out {row.Variant.Mitigation!.Omits}; part of what it seems to buy is that.");

    private static string Basis(ComparisonReport report) =>
        $"Replications {Quantity.Count(report.Baseline.Summary.Replications)} of each, seed {report.Baseline.Summary.Seed}, under common random numbers: x is the geometric mean of the pairs' ratios to the baseline, its interval Student's.";

    private static string Sentence(ComparisonReport report)
    {
        if (report.Best is not { } best) return "Nothing here is shown to be faster than the baseline.";
        var (what, from, to) = report.RankedBy == Comparer.ByStart
            ? ("the p99 start", report.Baseline.Summary.StartP99Ms, best.Summary.StartP99Ms)
            : ("the makespan", report.Baseline.Summary.MakespanMs, best.Summary.MakespanMs);
        var difference = report.Ranked(best);
        return $"{best.Variant.Name} helps most{(report.Rows.Any(row => row.Variant.Mitigation?.Omits is not null) ? " of what is like for like" : "")}: {what} goes from {Quantity.Ms(from)} to {Quantity.Ms(to)}, x {Quantity.Number(difference.Ratio)} ({Quantity.Number(difference.RatioLow)} to {Quantity.Number(difference.RatioHigh)}).";
    }
}
