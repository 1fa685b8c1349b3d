using MountSim.Reporting.Columns;

namespace MountSim.Reporting.Spreadsheets;

/// <summary>One sheet of a workbook: a header, rows of typed cells, and perhaps a chart beside them.</summary>
/// <param name="Name">The name on its tab, 31 characters at most.</param>
/// <param name="Headings">The header's cells.</param>
/// <param name="Kinds">What the cells below them are.</param>
/// <param name="Rows">The cells of each row, made as they are written.</param>
public sealed record Sheet(string Name, IReadOnlyList<string> Headings, IReadOnlyList<CellKind> Kinds, IEnumerable<IReadOnlyList<object?>> Rows)
{
    /// <summary>What is drawn of the first columns; null for nothing.</summary>
    public Chart? Chart { get; init; }

    /// <summary>The sheet of a table.</summary>
    public static Sheet Of<T>(string name, ColumnList<T> columns, IEnumerable<T> rows)
    {
        ArgumentNullException.ThrowIfNull(columns);
        return new Sheet(
            name,
            [.. columns.Select(column => column.Heading)],
            [.. columns.Select(column => column.Kind)],
            rows.Select(row => (IReadOnlyList<object?>)[.. columns.Select(column => column.Value(row))]));
    }
}
