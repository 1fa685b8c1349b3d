using MountSim.Experiments.Validation.Claims;
using MountSim.Reporting.Tables;

namespace MountSim.Reporting.Columns;

/// <summary>One row a claim. Add columns at the end only.</summary>
public static class ClaimsColumns
{
    /// <summary>The columns.</summary>
    public static ColumnList<Claim> All { get; } = new ColumnList<Claim>()
        .Text("claim", row => row.Id)
        .Text("text", row => row.Text)
        .Text("figure", row => row.Figure)
        .Text("unit", row => row.Unit)
        .Real("measured", row => row.Measured?.Value)
        .Real("measured_low", row => row.Measured?.Low)
        .Real("measured_high", row => row.Measured?.High)
        .Text("holds_if", row => row.Rule)
        .Real("bound", row => row.Bound)
        .Text("verdict", row => ClaimsTable.Word(row.Verdict))
        .Text("shows", row => row.Shows);
}
