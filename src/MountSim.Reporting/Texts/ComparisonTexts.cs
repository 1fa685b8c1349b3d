using MountSim.Experiments.Planning;
using MountSim.Reporting.Columns;

namespace MountSim.Reporting.Texts;

/// <summary>What a comparison says, part by part.</summary>
public static class ComparisonTexts
{
    /// <summary>The baseline and the variants: the times, and what each change does to them.</summary>
    public static TextTable Rows(ComparisonReport report) => new(
        "",
        1,
        ["what", "start p99", "makespan", $"{(report.RankedBy == Comparer.ByStart ? "start p99" : "makespan")} x", "95 % interval", "binds", "busy"],
        [.. ComparisonColumns.Rows(report).Select(row => Cells(report, row))]);

    /// <summary>What each mitigation is and costs; no rows where variants are none.</summary>
    public static TextTable Prices(ComparisonReport report) => new(
        "What each is, and its price",
        2,
        ["what", ""],
        [
            .. report.Rows.Where(row => row.Variant.Mitigation is not null).Select(row => (row, Mitigation: row.Variant.Mitigation!)).Select(one => (string[])
            [
                Marked(one.row),
                $"{one.Mitigation.Title} ({one.row.Variant.Change}). Price: {one.Mitigation.Price.TrimEnd('.')}. [{one.Mitigation.PriceSource}]",
            ]),
        ]);

    /// <summary>Mitigations that do not apply, and why.</summary>
    public static IReadOnlyList<string> LeftOut(ComparisonReport report) => [.. report.LeftOut.Select(mitigation => $"{mitigation.Name}: {mitigation.Why}")];

    /// <summary>What a reader must know, and what the numbers rest on.</summary>
    public static IReadOnlyList<string> Notes(ComparisonReport report) =>
    [
        .. report.Notes,
        .. report.Rows.SelectMany(row => row.Notes.Select(note => $"{row.Variant.Name}: {note}")),
        .. report.Rows.Where(row => row.Variant.Mitigation?.Omits is not null).Select(row =>
            $"* {row.Variant.Name} is not like for like: its model leaves out {row.Variant.Mitigation!.Omits}; part of what it seems to buy is that."),
        $"Replications {Quantity.Count(report.Baseline.Summary.Replications)} of each, seed {report.Baseline.Summary.Seed}, under common random numbers: x is the geometric mean of the pairs' ratios to the baseline, its interval Student's.",
    ];

    /// <summary>What helps most, in one sentence.</summary>
    public static string Sentence(ComparisonReport report)
    {
        if (report.Best is not { } best) return "Nothing here is shown to be faster than the baseline.";
        var (what, from, to) = report.RankedBy == Comparer.ByStart
            ? ("the p99 start", report.Baseline.Summary.StartP99Ms, best.Summary.StartP99Ms)
            : ("the makespan", report.Baseline.Summary.MakespanMs, best.Summary.MakespanMs);
        var difference = report.Ranked(best);
        return $"{best.Variant.Name} helps most{(report.Rows.Any(row => row.Variant.Mitigation?.Omits is not null) ? " of what is like for like" : "")}: {what} goes from {Quantity.Ms(from)} to {Quantity.Ms(to)}, x {Quantity.Number(difference.Ratio)} ({Quantity.Number(difference.RatioLow)} to {Quantity.Number(difference.RatioHigh)}).";
    }

    private static string[] Cells(ComparisonReport report, ComparisonRow row)
    {
        var difference = report.Ranked(row);
        var isBaseline = row == report.Baseline;
        return
        [
            isBaseline ? row.Variant.Name : Marked(row),
            Quantity.Ms(row.Summary.StartP99Ms),
            Quantity.Ms(row.Summary.MakespanMs),
            isBaseline ? "" : Quantity.Number(difference.Ratio),
            isBaseline || difference.Pairs < 2 ? "" : $"{Quantity.Number(difference.RatioLow)} to {Quantity.Number(difference.RatioHigh)}",
            row.Summary.Bottleneck,
            Quantity.Percent(row.Summary.BottleneckUtilization),
        ];
    }

    private static string Marked(ComparisonRow row) => row.Variant.Mitigation?.Omits is null ? row.Variant.Name : row.Variant.Name + " *";
}
