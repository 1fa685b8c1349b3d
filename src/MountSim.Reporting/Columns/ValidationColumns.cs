using MountSim.Reporting.Models;

namespace MountSim.Reporting.Columns;

/// <summary>One row a quantity of a validation: the unit of a row's numbers is in <c>unit</c>, <c>error</c> is a share of the reference. Add columns at the end only.</summary>
public static class ValidationColumns
{
    /// <summary>The columns.</summary>
    public static ColumnList<ValidationLine> All { get; } = new ColumnList<ValidationLine>()
        .Text("suite", row => row.Suite)
        .Text("case", row => row.Case)
        .Text("quantity", row => row.Quantity)
        .Text("unit", row => row.Unit)
        .Real("predicted", row => row.Predicted)
        .Real("predicted_low", row => row.PredictedLow)
        .Real("predicted_high", row => row.PredictedHigh)
        .Real("reference", row => row.Reference)
        .Real("reference_low", row => row.ReferenceLow)
        .Real("reference_high", row => row.ReferenceHigh)
        .Share("error", row => row.Error)
        .Text("verdict", row => row.Verdict)
        .Text("reason", row => row.Reason);
}
