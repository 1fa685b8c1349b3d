using MountSim.Reporting.Models;
using Spectre.Console;

namespace MountSim.Reporting.Tables;

/// <summary>The models that come with the tool, for the terminal.</summary>
public static class ModelsTable
{
    /// <summary>Writes a line a model.</summary>
    public static void Write(TextWriter writer, IReadOnlyList<ModelRow> rows, TableSettings settings)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(rows);
        ArgumentNullException.ThrowIfNull(settings);
        using var lines = new TrimmedLines(writer);
        var console = TableConsole.Create(lines, settings);
        var table = Section.Columns(3, "kind", "name", "title");
        foreach (var row in rows) table.AddRow(Section.Plain(row.Kind), Section.Plain(row.Name), Section.Plain(row.Title));
        console.Write(table);
    }
}
