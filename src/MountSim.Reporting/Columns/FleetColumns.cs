using MountSim.Experiments.Fleets;
using MountSim.Experiments.Inputs;

namespace MountSim.Reporting.Columns;

/// <summary>One row a class of hosts: the columns of the table as they were written, then the plan. Add columns at the end only.</summary>
public static class FleetColumns
{
    private static readonly ColumnList<FleetRow> Plan = new ColumnList<FleetRow>()
        .Real("start_p50", "ms", row => row.Answer?.Summary.StartP50Ms)
        .Real("start_p95", "ms", row => row.Answer?.Summary.StartP95Ms)
        .Real("start_p99", "ms", row => row.Answer?.Summary.StartP99Ms)
        .Real("start_p99_ci_low", "ms", row => row.Answer?.Summary.StartP99CiLowMs)
        .Real("start_p99_ci_high", "ms", row => row.Answer?.Summary.StartP99CiHighMs)
        .Real("makespan", "ms", row => row.Answer?.Summary.MakespanMs)
        .Text("bottleneck", row => row.Answer?.Summary.Bottleneck)
        .Share("bottleneck_utilization", row => row.Answer?.Summary.BottleneckUtilization)
        .Text("target_met", row => row.IsMet is { } met ? met ? "yes" : "no" : null)
        .Whole("largest_safe_burst", row => row.Answer?.Largest ?? (row.Answer is null ? null : 0))
        .Text("burst_search", row => row.Answer is null ? null : row.Answer.IsSearchEnd ? "at least" : "found")
        .Share("headroom", row => row.Headroom)
        .Text("mitigation", row => row.Answer?.Best?.Name)
        .Text("mitigation_change", row => row.Answer?.Best?.Change)
        .Real("mitigation_start_p99", "ms", row => row.Answer?.Best?.StartP99Ms)
        .Share("mitigation_saves", row => 1 - row.Answer?.Best?.Ratio)
        .Share("mitigation_saves_ci_low", row => 1 - row.Answer?.Best?.RatioHigh)
        .Share("mitigation_saves_ci_high", row => 1 - row.Answer?.Best?.RatioLow)
        .Text("mitigation_price", row => row.Answer?.Best?.Price)
        .Whole("hosts_needed", row => row.HostsNeeded)
        .Whole("hosts_spare", row => row.HostsSpare)
        .Text("problem", row => row.Problem);

    /// <summary>The columns for a table. Those of an earlier plan in it make room for the new ones.</summary>
    public static ColumnList<FleetRow> Of(InputTable table)
    {
        ArgumentNullException.ThrowIfNull(table);
        var columns = new ColumnList<FleetRow>();
        var planned = Plan.Names;
        for (var index = 0; index < table.Columns.Count; index++)
        {
            var at = index;
            if (!planned.Contains(table.Columns[at])) columns.Add(new Column<FleetRow>(table.Columns[at], null, CellKind.Mixed, row => TypedCell.Of(Invariant(row.Input.Cells[at], table.HasDecimalComma))));
        }
        return columns.AddAll(Plan, row => row);
    }

    // A table with decimal commas comes from a spreadsheet that wrote 0,5: the number is what passes through.
    private static string Invariant(string cell, bool hasDecimalComma) =>
        hasDecimalComma && cell.Count(character => character == ',') == 1 && cell.All(character => char.IsAsciiDigit(character) || character is ',' or '-') ? cell.Replace(',', '.') : cell;
}
