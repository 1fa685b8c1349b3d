using System.Globalization;
using MountSim.Model.Traces;
using MountSim.Reporting.Models;
using Spectre.Console;

namespace MountSim.Reporting.Tables;

/// <summary>The comparison of kernels with traces, for the terminal.</summary>
public static class MatchTable
{
    /// <summary>Writes a table a kernel, its first differences, and the score as the last line.</summary>
    public static void Write(TextWriter writer, IReadOnlyList<KernelMatch> kernels, TableSettings settings)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(kernels);
        ArgumentNullException.ThrowIfNull(settings);
        using var lines = new TrimmedLines(writer);
        var console = TableConsole.Create(lines, settings);
        foreach (var kernel in kernels) Kernel(console, lines, kernel);
        Section.Heading(console, "left out of every comparison");
        foreach (var (what, why) in LeftOut.Rules) lines.Write($"  {what}: {why}\n");
        Section.Heading(console, "tolerance of a hold");
        foreach (var (what, why) in HoldTolerance.Rules) lines.Write($"  {what}: {why}\n");
        lines.Write($"\n{MatchSummary.Of(kernels)}\n");
    }

    private static void Kernel(IAnsiConsole console, TrimmedLines lines, KernelMatch kernel)
    {
        if (!kernel.HasModel)
        {
            lines.Write($"\nSKIPPED {kernel.Release}: {kernel.Note}\n");
            return;
        }
        Section.Heading(console, $"{kernel.Model} against the traces of {kernel.Release}{(kernel.Note.Length == 0 ? "" : $" ({kernel.Note})")}");
        var table = Section.Columns(2, "operation", "order", "counts", "holds", "disturbed", "hold error");
        foreach (var row in MatchRow.Of([kernel]).Where(row => row.Result != "skipped"))
            table.AddRow(Section.Plain(row.Operation ?? ""), Section.Plain(row.Order ?? "-"), Section.Plain(Share(row.CountsExact, row.Counts)), Section.Plain(Share(row.HoldsWithin, row.Holds)), Section.Plain(row.HoldsDisturbed == 0 ? "-" : row.HoldsDisturbed.ToString(CultureInfo.InvariantCulture)), Section.Plain(Percent(row.HoldErrorMedianPercent)));
        console.Write(table);
        if (kernel.Operations.Any(item => !item.Agrees)) lines.Write("\nfirst difference of each operation\n");
        foreach (var item in kernel.Operations.Where(item => !item.Agrees)) lines.Write($"  {item.Series}: {item.First}\n");
        foreach (var text in kernel.Skipped) lines.Write($"SKIPPED {text}\n");
        if (kernel.NotTraced.Count > 0) lines.Write($"not named by these traces, so not held against them: {string.Join(", ", kernel.NotTraced)}\n");
        lines.Write($"{MatchSummary.Of(kernel)}\n");
    }

    private static string Share(int part, int whole) => whole == 0 ? "-" : string.Create(CultureInfo.InvariantCulture, $"{part}/{whole}");

    private static string Percent(double? value) => value is { } percent ? string.Create(CultureInfo.InvariantCulture, $"{percent:F1} %") : "-";
}
