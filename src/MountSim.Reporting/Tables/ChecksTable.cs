using MountSim.Reporting.Models;
using Spectre.Console;

namespace MountSim.Reporting.Tables;

/// <summary>The check of models, for the terminal.</summary>
public static class ChecksTable
{
    /// <summary>Writes a line a model, and below one with problems a line each.</summary>
    public static void Write(TextWriter writer, IReadOnlyList<CheckRow> rows, TableSettings settings)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(rows);
        ArgumentNullException.ThrowIfNull(settings);
        using var lines = new TrimmedLines(writer);
        var console = TableConsole.Create(lines, settings);
        var table = Section.Columns(3, "kind", "name", "result");
        foreach (var model in rows.GroupBy(row => (row.Kind, row.Name)))
        {
            var problems = model.Where(row => row.Problem is not null).ToList();
            var result = problems.Count switch { 0 => "ok", 1 => "1 problem", var count => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{count} problems") };
            table.AddRow(Section.Plain(model.Key.Kind), Section.Plain(model.Key.Name), Section.Plain(result));
        }
        console.Write(table);
        // Whole lines: a place is for copying, and is not wrapped.
        foreach (var row in rows.Where(row => row.Problem is not null)) lines.Write($"{row.Place}: {row.Problem}\n");
    }
}
