using MountSim.Reporting.Models;

namespace MountSim.Reporting.Csv;

/// <summary>One row an operation of the traces.</summary>
public static class MatchCsv
{
    /// <summary>The columns.</summary>
    public static CsvTable<MatchRow> Table { get; } = new(
    [
        ("traces", row => row.Traces),
        ("model", row => row.Model),
        ("operation", row => row.Operation),
        ("result", row => row.Result),
        ("order", row => row.Order),
        ("counts", row => row.Counts),
        ("counts_exact", row => row.CountsExact),
        ("holds", row => row.Holds),
        ("holds_within", row => row.HoldsWithin),
        ("hold_error_median_percent", row => row.HoldErrorMedianPercent),
        ("place", row => row.Place),
        ("model_place", row => row.ModelPlace),
        ("first_difference", row => row.FirstDifference),
        ("holds_disturbed", row => row.HoldsDisturbed),
    ]);
}
