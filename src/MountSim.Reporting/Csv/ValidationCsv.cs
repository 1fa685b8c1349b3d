using MountSim.Reporting.Models;

namespace MountSim.Reporting.Csv;

/// <summary>One row a quantity of a validation. Add columns at the end only.</summary>
public static class ValidationCsv
{
    /// <summary>The columns; the unit of a row's numbers is in <c>unit</c>, <c>error</c> is a share of the reference.</summary>
    public static CsvTable<ValidationLine> Table { get; } = new(
    [
        ("suite", row => row.Suite),
        ("case", row => row.Case),
        ("quantity", row => row.Quantity),
        ("unit", row => row.Unit),
        ("predicted", row => row.Predicted),
        ("predicted_low", row => row.PredictedLow),
        ("predicted_high", row => row.PredictedHigh),
        ("reference", row => row.Reference),
        ("reference_low", row => row.ReferenceLow),
        ("reference_high", row => row.ReferenceHigh),
        ("error", row => row.Error),
        ("verdict", row => row.Verdict),
        ("reason", row => row.Reason),
    ]);
}
