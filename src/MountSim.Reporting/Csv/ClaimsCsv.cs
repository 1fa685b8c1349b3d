using MountSim.Experiments.Validation.Claims;
using MountSim.Reporting.Tables;

namespace MountSim.Reporting.Csv;

/// <summary>One row a claim. Add columns at the end only.</summary>
public static class ClaimsCsv
{
    /// <summary>The columns.</summary>
    public static CsvTable<Claim> Table { get; } = new(
    [
        ("claim", row => row.Id),
        ("text", row => row.Text),
        ("figure", row => row.Figure),
        ("unit", row => row.Unit),
        ("measured", row => row.Measured?.Value),
        ("measured_low", row => row.Measured?.Low),
        ("measured_high", row => row.Measured?.High),
        ("holds_if", row => row.Rule),
        ("bound", row => row.Bound),
        ("verdict", row => ClaimsTable.Word(row.Verdict)),
        ("shows", row => row.Shows),
    ]);
}
