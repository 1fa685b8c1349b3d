using MountSim.Experiments;
using Spectre.Console;

namespace MountSim.Reporting.Tables;

/// <summary>The locks that were waited for longest.</summary>
internal static class LocksSection
{
    private const int Most = 10, Roomy = 100;

    public static void Write(IAnsiConsole console, IReadOnlyList<LockSummary> locks)
    {
        if (locks.Count == 0) return;
        var shown = Math.Min(Most, locks.Count);
        Section.Heading(console, shown < locks.Count ? $"Locks (the first {shown} of {locks.Count} rows; all of them with --locks FILE)" : "Locks");
        var table = Section.Columns(2, console.Profile.Width < Roomy ? 1 : 2, "lock", "mode", "taken", "contended", "wait", "mean wait", "p99 wait", "held");
        foreach (var row in locks.Take(Most))
        {
            table.AddRow(
                Section.Plain(row.Lock),
                Section.Plain(row.Mode),
                Section.Plain(Quantity.ShortCount(row.Acquisitions)),
                Section.Plain(row.Acquisitions > 0 ? Quantity.Percent(row.Contended / row.Acquisitions) : "-"),
                Section.Plain(Quantity.Ms(row.WaitTotalMs)),
                Section.Plain(Quantity.Us(row.WaitMeanUs)),
                Section.Plain(Quantity.Us(row.WaitP99Us)),
                Section.Plain(Quantity.Percent(row.Utilization)));
        }
        console.Write(table);
    }
}
