using MountSim.Reporting.Texts;
using Spectre.Console;

namespace MountSim.Reporting.Tables;

/// <summary>What all sections of a table share: a heading and borderless columns, the first of text, the others of numbers.</summary>
internal static class Section
{
    public static readonly Style Bold = new(decoration: Decoration.Bold);

    public static readonly Style Dim = new(decoration: Decoration.Dim);

    /// <summary>Text as it is: brackets are no markup.</summary>
    public static Text Plain(string text) => new(text);

    public static void Heading(IAnsiConsole console, string heading)
    {
        console.WriteLine();
        console.Write(new Text(heading, Bold));
        console.WriteLine();
    }

    /// <summary>A table under its heading; nothing where it has no rows.</summary>
    public static void Write(IAnsiConsole console, TextTable text, int gap = 2)
    {
        if (text.Rows.Count == 0) return;
        Heading(console, text.Heading);
        var table = Columns(text.Words, gap, [.. text.Columns]);
        foreach (var row in text.Rows) table.AddRow([.. row.Select(Plain)]);
        console.Write(table);
    }

    /// <summary>A table whose first <paramref name="words"/> columns are text and may wrap; the numbers after them do not.</summary>
    public static Table Columns(int words, params string[] titles) => Columns(words, 2, titles);

    public static Table Columns(int words, int gap, params string[] titles)
    {
        var table = new Table { Border = TableBorder.None, ShowHeaders = titles.Any(title => title.Length > 0) };
        for (var index = 0; index < titles.Length; index++)
        {
            var column = new TableColumn(new Text(titles[index], Dim)) { Padding = new Padding(0, 0, gap, 0) };
            if (index >= words) column.RightAligned().NoWrap();
            table.AddColumn(column);
        }
        return table;
    }
}
