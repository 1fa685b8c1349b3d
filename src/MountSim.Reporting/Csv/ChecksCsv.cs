using MountSim.Reporting.Models;

namespace MountSim.Reporting.Csv;

/// <summary>One row a sound model, or a problem of another.</summary>
public static class ChecksCsv
{
    /// <summary>The columns.</summary>
    public static CsvTable<CheckRow> Table { get; } = new(
    [
        ("kind", row => row.Kind),
        ("name", row => row.Name),
        ("result", row => row.Result),
        ("place", row => row.Place),
        ("problem", row => row.Problem),
    ]);
}
