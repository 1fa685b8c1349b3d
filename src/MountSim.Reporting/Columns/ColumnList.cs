using System.Collections;

namespace MountSim.Reporting.Columns;

/// <summary>The columns of a table in their order: the one list that CSV files and spreadsheets are written from, so that header and rows cannot part.</summary>
/// <typeparam name="T">What a row is made of.</typeparam>
public sealed class ColumnList<T> : IReadOnlyList<Column<T>>
{
    private readonly List<Column<T>> columns = [];

    /// <inheritdoc/>
    public int Count => columns.Count;

    /// <summary>The names in their order, as a CSV's header has them.</summary>
    public IReadOnlyList<string> Names => [.. columns.Select(column => column.Name)];

    /// <inheritdoc/>
    public Column<T> this[int index] => columns[index];

    /// <summary>Adds a column of text.</summary>
    public ColumnList<T> Text(string title, Func<T, string?> value) => Add(new Column<T>(title, null, CellKind.Text, value));

    /// <summary>Adds a column of whole numbers.</summary>
    public ColumnList<T> Whole(string title, Func<T, long?> value) => Add(new Column<T>(title, null, CellKind.Whole, row => value(row)));

    /// <summary>Adds a column of numbers without a unit.</summary>
    public ColumnList<T> Real(string title, Func<T, double?> value) => Add(new Column<T>(title, null, CellKind.Real, row => value(row)));

    /// <summary>Adds a column of numbers in a unit, which ends the name.</summary>
    public ColumnList<T> Real(string title, string unit, Func<T, double?> value) => Add(new Column<T>(title, unit, CellKind.Real, row => value(row)));

    /// <summary>Adds a column of shares of one.</summary>
    public ColumnList<T> Share(string title, Func<T, double?> value) => Add(new Column<T>(title, null, CellKind.Share, row => value(row)));

    /// <summary>Adds a column.</summary>
    public ColumnList<T> Add(Column<T> column)
    {
        columns.Add(column);
        return this;
    }

    /// <summary>Adds all columns of another row that a row has.</summary>
    public ColumnList<T> AddAll<TInner>(IEnumerable<Column<TInner>> others, Func<T, TInner?> inner)
        where TInner : class
    {
        ArgumentNullException.ThrowIfNull(others);
        foreach (var other in others)
            Add(new Column<T>(other.Title, other.Unit, other.Kind, row => inner(row) is { } value ? other.Value(value) : null));
        return this;
    }

    /// <inheritdoc/>
    public IEnumerator<Column<T>> GetEnumerator() => columns.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
