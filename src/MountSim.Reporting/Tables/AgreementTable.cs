using MountSim.Calibration.Profiles;
using Spectre.Console;

namespace MountSim.Reporting.Tables;

/// <summary>Two profiles of one host, figure by figure.</summary>
public static class AgreementTable
{
    /// <summary>Writes it.</summary>
    public static void Write(TextWriter writer, string first, string second, IReadOnlyList<AgreementRow> rows, TableSettings settings)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(rows);
        ArgumentNullException.ThrowIfNull(settings);
        using var lines = new TrimmedLines(writer);
        var console = TableConsole.Create(lines, settings);
        Section.Heading(console, $"{second} against {first}");
        var table = Section.Columns(1, "", "first", "low", "high", "second", "low", "high", "agrees");
        foreach (var row in rows)
        {
            table.AddRow(
                Section.Plain(row.Figure), Number(row.First.Value), Number(row.First.Low), Number(row.First.High),
                Number(row.Second.Value), Number(row.Second.Low), Number(row.Second.High), Section.Plain(row.Agrees ? "yes" : "NO"));
        }
        console.Write(table);
        console.Write(Section.Plain($"{rows.Count(r => r.Agrees)} of {rows.Count} figures agree within their intervals."));
        console.WriteLine();
    }

    private static Text Number(double value) => Section.Plain(Quantity.Number(value));
}
