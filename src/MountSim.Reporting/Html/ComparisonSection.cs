using MountSim.Experiments.Planning;
using MountSim.Reporting.Json;
using MountSim.Reporting.Plots;
using MountSim.Reporting.Texts;

namespace MountSim.Reporting.Html;

/// <summary>A comparison in a page.</summary>
internal static class ComparisonSection
{
    public static HtmlSection Of(ComparisonDocument document, string source, string id)
    {
        var report = document.Back();
        var tables = new List<TextTable> { Rows(report) };
        var priced = report.Rows.Where(row => row.Variant.Mitigation is not null).ToList();
        if (priced.Count > 0) tables.Add(Prices(priced));
        if (report.LeftOut.Count > 0) tables.Add(new TextTable("Does not apply", 2, ["mitigation", "why"], [.. report.LeftOut.Select(one => (IReadOnlyList<string>)[one.Name, one.Why])]));
        tables.Add(PredictionTexts.Settings(report.Settings));
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

    private static TextTable Rows(ComparisonReport report) => new(
        "Variants",
        1,
        ["what", "start p99", "makespan", "makespan x", "95 % interval", "p99 start x", "95 % interval", "binds", "busy"],
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

    private static TextTable Prices(IReadOnlyList<ComparisonRow> rows) => new(
        "Prices",
        5,
        ["mitigation", "what is done", "price", "source", "* not like for like, as the model leaves out"],
        [.. rows.Select(row => row.Variant.Mitigation!).Select(one => (IReadOnlyList<string>)[one.Name, one.Title, one.Price, one.PriceSource, one.Omits ?? ""])]);
}
