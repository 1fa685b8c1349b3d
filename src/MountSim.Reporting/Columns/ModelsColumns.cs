using MountSim.Reporting.Models;

namespace MountSim.Reporting.Columns;

/// <summary>One row a model file.</summary>
public static class ModelsColumns
{
    /// <summary>The columns.</summary>
    public static ColumnList<ModelRow> All { get; } = new ColumnList<ModelRow>()
        .Text("kind", row => row.Kind)
        .Text("name", row => row.Name)
        .Text("title", row => row.Title);
}
