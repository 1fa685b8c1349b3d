namespace MountSim.Reporting.Texts;

/// <summary>A table in the words that people read: a terminal and a page lay the same text out, each in its own way.</summary>
/// <param name="Heading">What stands above it.</param>
/// <param name="Words">How many columns, from the left, are text; the others are numbers.</param>
/// <param name="Columns">The columns' titles.</param>
/// <param name="Rows">Cells, as many a row as there are columns.</param>
public sealed record TextTable(string Heading, int Words, IReadOnlyList<string> Columns, IReadOnlyList<IReadOnlyList<string>> Rows);
