using MountSim.Reporting.Models;

namespace MountSim.Reporting.Columns;

/// <summary>One row a sound model, or a problem of another.</summary>
public static class ChecksColumns
{
    /// <summary>The columns.</summary>
    public static ColumnList<CheckRow> All { get; } = new ColumnList<CheckRow>()
        .Text("kind", row => row.Kind)
        .Text("name", row => row.Name)
        .Text("result", row => row.Result)
        .Text("place", row => row.Place)
        .Text("problem", row => row.Problem);
}
