using Spectre.Console;

namespace MountSim.Reporting.Tables;

/// <summary>Where the mean start's time goes.</summary>
internal static class BreakdownSection
{
    public static void Write(IAnsiConsole console, IReadOnlyList<(string Label, double MeanMs)> breakdown)
    {
        if (breakdown.Count == 0) return;
        var total = breakdown.Sum(part => part.MeanMs);
        Section.Heading(console, $"Where a start's time goes (mean {Quantity.Ms(total)})");
        var table = Section.Columns(1, "", "mean", "share");
        foreach (var (label, meanMs) in breakdown)
            table.AddRow(Section.Plain(label), Section.Plain(Quantity.Ms(meanMs)), Section.Plain(total > 0 ? Quantity.Percent(meanMs / total) : "-"));
        console.Write(table);
    }
}
