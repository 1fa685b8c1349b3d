using MountSim.Experiments;
using Spectre.Console;

namespace MountSim.Reporting.Tables;

/// <summary>What a reader must know, and what the numbers rest on.</summary>
internal static class NotesSection
{
    public static void Write(IAnsiConsole console, PredictionReport report)
    {
        var summary = report.Summary;
        Section.Heading(console, "Notes");
        var table = Section.Columns(1, "");
        foreach (var note in report.Notes) table.AddRow(Section.Plain(note));
        table.AddRow(Section.Plain(
            $"Replications {Quantity.Count(summary.Replications)}, seed {summary.Seed}, profile {summary.Profile}, mount operations {Quantity.Count(summary.MountOperations)}, simulated events {Quantity.Count(report.Events)}."));
        console.Write(table);
    }
}
