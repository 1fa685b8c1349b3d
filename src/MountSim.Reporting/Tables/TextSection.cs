using Spectre.Console;

namespace MountSim.Reporting.Tables;

/// <summary>A heading and a paragraph each.</summary>
internal static class TextSection
{
    public static void Write(IAnsiConsole console, string heading, IEnumerable<string> texts)
    {
        var table = Section.Columns(1, "");
        foreach (var text in texts) table.AddRow(Section.Plain(text));
        if (table.Rows.Count == 0) return;
        Section.Heading(console, heading);
        console.Write(table);
    }
}
