namespace MountSim.Reporting.Columns;

/// <summary>One column: what it is called, in which unit, of which kind, and how a row's value is read.</summary>
/// <typeparam name="T">What a row is made of.</typeparam>
/// <param name="Title">The title without its unit, in lower case with underscores.</param>
/// <param name="Unit">The unit; null for none.</param>
/// <param name="Kind">What the cells are.</param>
/// <param name="Value">The cell: text, a number, or null for an empty one.</param>
public sealed record Column<T>(string Title, string? Unit, CellKind Kind, Func<T, object?> Value)
{
    /// <summary>The title that machines read: <c>start_p99_ms</c>.</summary>
    public string Name => Unit is null ? Title : $"{Title}_{Unit}";

    /// <summary>The title that people read: <c>start p99 (ms)</c>. A column that somebody else named keeps its name.</summary>
    public string Heading => Kind == CellKind.Mixed ? Title : Unit is null ? Words : $"{Words} ({Unit})";

    private string Words => Title.Replace('_', ' ');
}
