using MountSim.Experiments.Fleets;
using Spectre.Console;

namespace MountSim.Reporting.Tables;

/// <summary>A fleet's plan for the terminal: a line a class, the tightest first, and the sentence.</summary>
public static class FleetTable
{
    private const int Most = 30;

    /// <summary>Writes the table; the plan as a file has every row and column.</summary>
    public static void Write(TextWriter writer, FleetReport report, TableSettings settings)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(report);
        ArgumentNullException.ThrowIfNull(settings);
        using var lines = new TrimmedLines(writer);
        var console = TableConsole.Create(lines, settings);
        var planned = report.Rows.Where(row => row.Answer is not null).OrderBy(row => row.Headroom).ToList();
        var table = Section.Columns(1, 1, "class", "hosts", "burst", "p99 start", "binds", "safe", "headroom", "mitigation", "saves", "needed");
        foreach (var column in table.Columns) column.NoWrap();
        table.Columns[4].Alignment = table.Columns[7].Alignment = Justify.Left;
        foreach (var row in planned.Take(Most))
        {
            var (one, answer) = (row.Class!, row.Answer!);
            table.AddRow(
                Section.Plain(one.Name),
                Section.Plain(Quantity.Count(one.Hosts)),
                Section.Plain(Quantity.Count(one.Request.Workload.Containers)),
                Section.Plain(Quantity.Ms(answer.Summary.StartP99Ms)),
                Section.Plain(answer.Summary.Bottleneck),
                Section.Plain((answer.IsSearchEnd ? ">=" : "") + Quantity.Count(answer.Largest ?? 0)),
                Section.Plain($"{(answer.IsSearchEnd ? ">=" : "")}{Signed(row.Headroom)}"),
                Section.Plain(answer.Best?.Name ?? "none helps"),
                Section.Plain(answer.Best is { } best ? Quantity.Percent(1 - best.Ratio) : "-"),
                Section.Plain(row.HostsNeeded is { } needed ? Quantity.Count(needed) : "no number"));
        }
        console.Write(table);
        if (planned.Count > Most) lines.Write($"\nThese are the {Most} with the least headroom of {planned.Count} classes; all of them with --output FILE.csv or .xlsx.\n");
        lines.Write($"\nDifferent scenarios: {report.Scenarios}, each computed once. Safe: the largest burst for which the targets hold. Mitigation: the largest sure gain; saves: its share of the {(report.Question.Targets[0].Metric.Name == "makespan_ms" ? "makespan" : "p99 start")}. Needed: hosts for the demand, each with its safe burst.\n\n");
        console.Write(new Text(report.Sentence(), Section.Bold));
        console.WriteLine();
    }

    private static string Signed(double? share) => share?.ToString("+0%;-0%;0%", System.Globalization.CultureInfo.InvariantCulture) ?? "-";
}
