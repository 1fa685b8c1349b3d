using MountSim.Experiments;
using MountSim.Reporting.Texts;
using Spectre.Console;

namespace MountSim.Reporting.Tables;

/// <summary>A report for the terminal: the answer first, then why, then what it rests on, and at the end the one sentence.</summary>
public static class PredictionTable
{
    /// <summary>Writes all sections.</summary>
    public static void Write(TextWriter writer, PredictionReport report, TableSettings settings)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(report);
        ArgumentNullException.ThrowIfNull(settings);
        using var lines = new TrimmedLines(writer);
        var console = TableConsole.Create(lines, settings);
        AnswerSection.Write(console, report.Summary);
        Section.Write(console, PredictionTexts.Breakdown(report.Breakdown));
        LocksSection.Write(console, report.Locks);
        WaitsSection.Write(console, report.Locks, settings);
        UtilizationSection.Write(console, report, settings);
        if (report.Sensitivity.Count > 0) Section.Write(console, PredictionTexts.Sensitivity(report.Sensitivity));
        Section.Write(console, PredictionTexts.Settings(report.Settings));
        TextSection.Write(console, "Notes", PredictionTexts.Notes(report));
        console.WriteLine();
        console.Write(new Text(report.Sentence, Section.Bold));
        console.WriteLine();
    }
}
