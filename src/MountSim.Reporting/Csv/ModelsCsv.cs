using MountSim.Reporting.Models;

namespace MountSim.Reporting.Csv;

/// <summary>One row a model file.</summary>
public static class ModelsCsv
{
    /// <summary>The columns.</summary>
    public static CsvTable<ModelRow> Table { get; } = new(
    [
        ("kind", row => row.Kind),
        ("name", row => row.Name),
        ("title", row => row.Title),
    ]);
}
