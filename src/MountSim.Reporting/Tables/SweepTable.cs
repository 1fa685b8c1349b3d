using MountSim.Experiments.Sweeps;
using Spectre.Console;

namespace MountSim.Reporting.Tables;

/// <summary>A sweep for the terminal: a line a scenario.</summary>
public static class SweepTable
{
    /// <summary>Writes the table; failed scenarios are not in it.</summary>
    public static void Write(TextWriter writer, SweepPlan plan, IReadOnlyList<SweepRow> rows, TableSettings settings)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(rows);
        ArgumentNullException.ThrowIfNull(settings);
        using var lines = new TrimmedLines(writer);
        var console = TableConsole.Create(lines, settings);
        var varied = plan.Varied.Count > 0 ? plan.Varied : ["scenario"];
        var table = Section.Columns(varied.Count, [.. varied.Select(subject => subject.Replace('-', ' ')), "start p50", "start p99", "+- (95 %)", "makespan", "binds", "busy"]);
        foreach (var column in table.Columns) column.NoWrap(); // what a row is about is for copying
        foreach (var row in rows)
        {
            var summary = row.Summary;
            table.AddRow(
            [
                .. varied.Select(subject => Section.Plain(plan.Varied.Count > 0 ? row.Scenario.Text(subject) ?? "-" : row.Scenario.Name)),
                Section.Plain(Quantity.Ms(summary.StartP50Ms)),
                Section.Plain(Quantity.Ms(summary.StartP99Ms)),
                Section.Plain(Quantity.Ms((summary.StartP99CiHighMs - summary.StartP99CiLowMs) / 2)),
                Section.Plain(Quantity.Ms(summary.MakespanMs)),
                Section.Plain(summary.Bottleneck),
                Section.Plain(Quantity.Percent(summary.BottleneckUtilization)),
            ]);
        }
        console.Write(table);
    }
}
