using MountSim.Experiments;
using Spectre.Console;

namespace MountSim.Reporting.Tables;

/// <summary>How long who waited did: a histogram a lock and mode, a character a decade, each lock's longest bar full.</summary>
internal static class WaitsSection
{
    private const int Most = 6, Narrowest = 60;

    public static void Write(IAnsiConsole console, IReadOnlyList<LockSummary> locks, TableSettings settings)
    {
        var rows = locks.Where(row => row.WaitHistogram.Count > 0).Take(Most).ToList();
        if (rows.Count == 0 || console.Profile.Width < Narrowest) return;
        Section.Heading(console, "Waits by length (a character a decade, the longest bar full)");
        var table = Section.Columns(2, "lock", "mode", "<100 ns..1 s", "most");
        table.Columns[2].Alignment = Justify.Left;
        foreach (var row in rows)
        {
            var largest = row.WaitHistogram.Max();
            var bars = Sparkline.Of([.. row.WaitHistogram.Select(share => share / largest)], row.WaitHistogram.Count, settings.Blocks);
            table.AddRow(Section.Plain(row.Lock), Section.Plain(row.Mode), Section.Plain($"|{bars}|"), Section.Plain($"{Quantity.Percent(largest)} {Step(row)}"));
        }
        console.Write(table);
    }

    private static string Step(LockSummary row)
    {
        var at = row.WaitHistogram.Index().MaxBy(step => step.Item).Index;
        if (at == 0) return $"below {Quantity.Us(LockSummary.WaitStepsUs[0])}";
        return at == LockSummary.WaitStepsUs.Count ? $"{Quantity.Us(LockSummary.WaitStepsUs[^1])} and more" : $"from {Quantity.Us(LockSummary.WaitStepsUs[at - 1])}";
    }
}
