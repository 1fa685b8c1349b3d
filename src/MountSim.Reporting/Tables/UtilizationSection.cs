using MountSim.Experiments;
using Spectre.Console;

namespace MountSim.Reporting.Tables;

/// <summary>How busy CPUs and locks are in the course of the burst, a line each.</summary>
internal static class UtilizationSection
{
    private const int Beside = 34, Narrowest = 20; // names and means; a shorter line tells nothing

    public static void Write(IAnsiConsole console, PredictionReport report, TableSettings settings)
    {
        var room = console.Profile.Width - Beside;
        if (report.Utilization.Count == 0 || room < Narrowest) return;
        var spans = report.Utilization[0];
        Section.Heading(console, $"Utilisation over {Quantity.Ms(spans.SpanMs * spans.Mean.Count)}, from the first start's issue on");
        var table = Section.Columns(1, "", "mean", "");
        table.Columns[2].Alignment = Justify.Left;
        foreach (var one in report.Utilization)
            table.AddRow(Section.Plain(one.Name), Section.Plain(Quantity.Percent(one.Mean.Average())), Section.Plain($"|{Sparkline.Of(one.Mean, room, settings.Blocks)}|"));
        console.Write(table);
    }
}
