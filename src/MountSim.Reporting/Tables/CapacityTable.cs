using MountSim.Experiments.Planning;
using MountSim.Reporting.Columns;
using MountSim.Reporting.Texts;
using Spectre.Console;

namespace MountSim.Reporting.Tables;

/// <summary>A capacity search for the terminal: the answer, what was tried, what it rests on, and the sentence.</summary>
public static class CapacityTable
{
    /// <summary>Writes all sections.</summary>
    public static void Write(TextWriter writer, CapacityReport report, TableSettings settings)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(report);
        ArgumentNullException.ThrowIfNull(settings);
        using var lines = new TrimmedLines(writer);
        var console = TableConsole.Create(lines, settings);
        WriteAnswer(console, report);
        WritePoints(console, report);
        Section.Write(console, PredictionTexts.Settings(report.Settings));
        TextSection.Write(console, "Notes", report.Notes);
        console.WriteLine();
        console.Write(new Text(report.Sentence(), Section.Bold));
        console.WriteLine();
    }

    private static void WriteAnswer(IAnsiConsole console, CapacityReport report)
    {
        var table = Section.Columns(1, "", "", "").HideHeaders();
        var vary = report.Question.Vary.Replace('-', ' ');
        table.AddRow(Section.Plain($"largest {vary}"), new Text(report.Largest is { } largest ? Quantity.Count(largest) : "none", Section.Bold), Section.Plain($"for {string.Join(" and ", report.Question.Targets)}"));
        table.AddRow(Section.Plain("missed for sure at"), new Text(report.Missed is { } missed ? Quantity.Count(missed) : "-", Section.Bold), Section.Plain(""));
        table.AddRow(Section.Plain("knee"), new Text(report.Knee is { } knee ? Quantity.Count(knee) : "-", Section.Bold), Section.Plain($"p99 start at most twice that at {Quantity.Count(report.Question.From)}"));
        table.Columns[2].Alignment = Justify.Left;
        console.Write(table);
    }

    private static void WritePoints(IAnsiConsole console, CapacityReport report)
    {
        Section.Heading(console, "What was tried");
        var targets = report.Question.Targets;
        var table = Section.Columns(0, [report.Question.Vary.Replace('-', ' '), .. targets.SelectMany(target => new[] { target.Metric.Name, "95 % interval" }), "replications", "verdict", "binds", ""]);
        foreach (var point in report.Points)
        {
            table.AddRow(
            [
                Section.Plain(Quantity.Count(point.Value)),
                .. point.Targets.SelectMany(target => new[] { Section.Plain(Quantity.Number(target.Mean)), Section.Plain($"{Quantity.Number(target.Low)} to {Quantity.Number(target.High)}") }),
                Section.Plain(Quantity.Count(point.Replications)),
                Section.Plain(CapacityColumns.Word(point.Verdict)),
                Section.Plain(point.Summary.Bottleneck),
                new Text(CapacityColumns.Answer(report, point), Section.Bold),
            ]);
        }
        console.Write(table);
    }
}
