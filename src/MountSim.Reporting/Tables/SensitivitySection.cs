using MountSim.Experiments;
using Spectre.Console;

namespace MountSim.Reporting.Tables;

/// <summary>What the answer becomes at the bounds of what is not known well.</summary>
internal static class SensitivitySection
{
    public static void Write(IAnsiConsole console, PredictionReport report)
    {
        if (report.Sensitivity.Count == 0) return;
        Section.Heading(console, $"Sensitivity (makespan {Quantity.Ms(report.Sensitivity[0].MakespanAtValueMs)} with every parameter at its value, one run)");
        var table = Section.Columns(1, "parameter", "value", "low", "makespan", "high", "makespan");
        foreach (var row in report.Sensitivity)
        {
            table.AddRow(
                Section.Plain(row.Parameter),
                Section.Plain(Quantity.Number(row.Value)),
                Section.Plain(Quantity.Number(row.Low)),
                Section.Plain(Quantity.Ms(row.MakespanAtLowMs)),
                Section.Plain(Quantity.Number(row.High)),
                Section.Plain(Quantity.Ms(row.MakespanAtHighMs)));
        }
        console.Write(table);
    }
}
