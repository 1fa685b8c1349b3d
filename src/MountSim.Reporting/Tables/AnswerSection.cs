using MountSim.Experiments;
using MountSim.Reporting.Texts;
using Spectre.Console;

namespace MountSim.Reporting.Tables;

/// <summary>How long starts take, how long the burst takes, how fast containers come.</summary>
internal static class AnswerSection
{
    public static void WriteTitle(IAnsiConsole console, PredictionSummary summary)
    {
        console.Write(new Text(PredictionTexts.Title(summary), Section.Bold));
        console.WriteLine();
        console.WriteLine();
    }

    public static void Write(IAnsiConsole console, PredictionSummary summary)
    {
        WriteTitle(console, summary);
        var table = Section.Columns(1, "", "", "").HideHeaders();
        foreach (var (label, value, remark) in PredictionTexts.Answer(summary)) table.AddRow(Section.Plain(label), new Text(value, Section.Bold), Section.Plain(remark));
        table.Columns[2].Alignment = Justify.Left;
        console.Write(table);
    }
}
