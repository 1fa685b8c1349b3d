using MountSim.Experiments.Planning;
using MountSim.Reporting.Json;
using MountSim.Reporting.Plots;

namespace MountSim.Reporting.Html;

/// <summary>A comparison in a page.</summary>
internal static class ComparisonSection
{
    public static HtmlSection Of(ComparisonDocument document, string source, string id)
    {
        var report = document.Back();
        var tables = new List<HtmlTable> { Rows(report) };
        var priced = report.Rows.Where(row => row.Variant.Mitigation is not null).ToList();
        if (priced.Count > 0) tables.Add(Prices(priced));
        if (report.LeftOut.Count > 0) tables.Add(new HtmlTable("Does not apply", ["mitigation", "why"], 2, [.. report.LeftOut.Select(one => (IReadOnlyList<string>)[one.Name, one.Why])]));
        tables.Add(PredictionSection.Settings(report.Settings));
        return new HtmlSection(
            $"{report.Baseline.Summary.Scenario}: {report.Rows.Count} variants",
            Answer(report),
            source,
            document.Command,
            [PageChart.Of(font => ComparisonPlot.Panel(report, font), ComparisonPlot.Height(report), id)],
            tables,
            [.. report.Notes, .. report.Rows.SelectMany(row => row.Notes.Select(note => $"{row.Variant.Name}: {note}"))]);
    }

    private static string Answer(ComparisonReport report) => report.Best is { } best
        ? $"{best.Variant.Name} helps most of what is like for like: {What(report)} {Quantity.Number(report.Ranked(best).Ratio)} of the baseline's."
        : "Nothing that is like for like helps for sure.";

    private static string What(ComparisonReport report) => report.RankedBy == Comparer.ByStart ? "the p99 start is" : "the makespan is";

    private static HtmlTable Rows(ComparisonReport report) => new(
        "Variants",
        ["what", "start p99", "makespan", "makespan x", "95 % interval", "p99 start x", "95 % interval", "binds", "busy"],
        1,
        [
            ["baseline", Quantity.Ms(report.Baseline.Summary.StartP99Ms), Quantity.Ms(report.Baseline.Summary.MakespanMs), "", "", "", "", report.Baseline.Summary.Bottleneck, Quantity.Percent(report.Baseline.Summary.BottleneckUtilization)],
            .. report.Rows.Select(row => (IReadOnlyList<string>)
            [
                row.Variant.Mitigation?.Omits is null ? row.Variant.Name : $"{row.Variant.Name} *", Quantity.Ms(row.Summary.StartP99Ms), Quantity.Ms(row.Summary.MakespanMs), .. Ratio(row.Makespan), .. Ratio(row.StartP99),
                row.Summary.Bottleneck, Quantity.Percent(row.Summary.BottleneckUtilization),
            ]),
        ]);

    private static IEnumerable<string> Ratio(Difference difference) =>
        [Quantity.Number(difference.Ratio), $"{Quantity.Number(difference.RatioLow)} to {Quantity.Number(difference.RatioHigh)}"];

    private static HtmlTable Prices(IReadOnlyList<ComparisonRow> rows) => new(
        "Prices",
        ["mitigation", "what is done", "price", "source", "* not like for like, as the model leaves out"],
        5,
        [.. rows.Select(row => row.Variant.Mitigation!).Select(one => (IReadOnlyList<string>)[one.Name, one.Title, one.Price, one.PriceSource, one.Omits ?? ""])]);
}
