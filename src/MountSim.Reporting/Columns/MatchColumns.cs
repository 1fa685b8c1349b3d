using MountSim.Reporting.Models;

namespace MountSim.Reporting.Columns;

/// <summary>One row an operation of the traces.</summary>
public static class MatchColumns
{
    /// <summary>The columns.</summary>
    public static ColumnList<MatchRow> All { get; } = new ColumnList<MatchRow>()
        .Text("traces", row => row.Traces)
        .Text("model", row => row.Model)
        .Text("operation", row => row.Operation)
        .Text("result", row => row.Result)
        .Text("order", row => row.Order)
        .Whole("counts", row => row.Counts)
        .Whole("counts_exact", row => row.CountsExact)
        .Whole("holds", row => row.Holds)
        .Whole("holds_within", row => row.HoldsWithin)
        .Real("hold_error_median", "percent", row => row.HoldErrorMedianPercent)
        .Text("place", row => row.Place)
        .Text("model_place", row => row.ModelPlace)
        .Text("first_difference", row => row.FirstDifference)
        .Whole("holds_disturbed", row => row.HoldsDisturbed);
}
