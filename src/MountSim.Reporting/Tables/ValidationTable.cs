using MountSim.Experiments.Validation;
using MountSim.Model.Costs;
using MountSim.Reporting.Models;
using Spectre.Console;

namespace MountSim.Reporting.Tables;

/// <summary>A validation for the terminal: every quantity, then how the cases are judged, what was missed and why, and at the end the score.</summary>
public static class ValidationTable
{
    private const int Roomy = 100;
    private const double Unsigned = 0.0005; // below it a percentage shows no digits

    /// <summary>Writes all sections.</summary>
    public static void Write(TextWriter writer, ValidationReport report, TableSettings settings)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(report);
        ArgumentNullException.ThrowIfNull(settings);
        using var lines = new TrimmedLines(writer);
        var console = TableConsole.Create(lines, settings);
        WriteRows(console, report);
        WriteTexts(console, "How they are judged", report.Cases.Where(one => one.Basis.Length > 0).Select(one => $"{one.Id}  {one.Title}. {one.Basis}"));
        foreach (var verdict in new[] { Verdict.Missed, Verdict.Skipped, Verdict.Met })
            WriteTexts(console, HeadingOf(verdict), Reasons(report, verdict));
        WriteTexts(console, "Notes", report.Notes);
        console.WriteLine();
        console.Write(new Text(report.Summary, Section.Bold));
        console.WriteLine();
    }

    private static void WriteRows(IAnsiConsole console, ValidationReport report)
    {
        var roomy = console.Profile.Width >= Roomy;
        string[] titles = roomy ? ["quantity", "predicted", "", report.Known, "", "error", "verdict"] : ["quantity", "predicted", report.Known, "error", "verdict"];
        var table = Section.Columns(1, 1, titles);
        foreach (var column in roomy ? [2, 4, 6] : new[] { 4 }) table.Columns[column].Alignment = Justify.Left;
        foreach (var one in report.Cases)
        {
            table.AddRow(new Text(one.Id, Section.Bold));
            foreach (var row in one.Rows) table.AddRow(Cells(row, roomy));
        }
        console.Write(table);
    }

    private static IEnumerable<Text> Cells(ValidationRow row, bool roomy)
    {
        yield return Section.Plain($"  {row.Quantity}{(row.Unit.Length == 0 ? "" : $", {row.Unit}")}");
        foreach (var interval in new[] { row.Predicted, row.Reference })
        {
            yield return Section.Plain(interval is { } known ? Quantity.Digits(known.Value) : "-");
            if (roomy) yield return Section.Plain(Bounds(interval));
        }
        yield return Section.Plain(row.Error is { } error ? Signed(error) : "-");
        yield return new Text(ValidationLine.Word(row.Verdict), row.Verdict == Verdict.Met ? Style.Plain : Section.Bold);
    }

    private static string Bounds(Interval? interval) => interval switch
    {
        null => "",
        { } exact when Quantity.Digits(exact.Low) == Quantity.Digits(exact.High) => "",
        { } open when double.IsInfinity(open.High) => $"{Quantity.Digits(open.Low)} or more",
        { } open when double.IsInfinity(open.Low) => $"{Quantity.Digits(open.High)} or less",
        { } both => $"{Quantity.Digits(both.Low)} to {Quantity.Digits(both.High)}",
    };

    private static string Signed(double error)
    {
        var size = Quantity.Percent(Math.Abs(error));
        return Math.Abs(error) < Unsigned ? size : error > 0 ? $"+{size}" : $"-{size}";
    }

    private static string HeadingOf(Verdict verdict) => verdict switch
    {
        Verdict.Missed => "Missed, and why",
        Verdict.Skipped => "SKIPPED, and why",
        _ => "Met, with a remark",
    };

    private static IEnumerable<string> Reasons(ValidationReport report, Verdict verdict) =>
        from one in report.Cases
        from row in one.Rows
        where row.Verdict == verdict && row.Reason.Length > 0
        select $"{one.Id}  {row.Quantity}: {row.Reason}";

    private static void WriteTexts(IAnsiConsole console, string heading, IEnumerable<string> texts)
    {
        var all = texts.ToList();
        if (all.Count == 0) return;
        Section.Heading(console, heading);
        var table = Section.Columns(1, "");
        foreach (var text in all) table.AddRow(Section.Plain(text));
        console.Write(table);
    }
}
