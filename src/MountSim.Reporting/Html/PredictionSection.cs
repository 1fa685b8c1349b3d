using MountSim.Experiments;
using MountSim.Reporting.Json;
using MountSim.Reporting.Plots;

namespace MountSim.Reporting.Html;

/// <summary>A prediction in a page.</summary>
internal static class PredictionSection
{
    private const int MostLocks = 10;

    public static HtmlSection Of(PredictionDocument document, string source, string id)
    {
        var report = document.Back();
        return new HtmlSection(
            report.Summary.Scenario,
            report.Sentence,
            source,
            document.Command,
            [.. PredictionPlot.Panels(report).Select((panel, at) => PageChart.Of(panel.Build, panel.Height, $"{id}p{at}"))],
            [SummaryTable.Of("Result", [report.Summary]), Breakdown(report), Locks(report), Settings(report.Settings)],
            report.Notes);
    }

    public static HtmlTable Settings(IReadOnlyList<Setting> settings) =>
        new("Settings", ["setting", "value", "from"], 3, [.. settings.Select(setting => (IReadOnlyList<string>)[setting.Name, setting.Value, setting.Origin])]);

    private static HtmlTable Breakdown(PredictionReport report)
    {
        var total = report.Breakdown.Sum(part => part.MeanMs);
        return new HtmlTable(
            $"Where a start's time goes (mean {Quantity.Ms(total)})",
            ["part", "mean", "share"],
            1,
            [.. report.Breakdown.Select(part => (IReadOnlyList<string>)[part.Label, Quantity.Ms(part.MeanMs), total > 0 ? Quantity.Percent(part.MeanMs / total) : "-"])]);
    }

    private static HtmlTable Locks(PredictionReport report) => new(
        report.Locks.Count > MostLocks ? $"Locks, the {MostLocks} waited for longest" : "Locks",
        ["lock", "mode", "taken", "contended", "wait", "mean wait", "p99 wait", "held"],
        2,
        [
            .. report.Locks.Take(MostLocks).Select(row => (IReadOnlyList<string>)
            [
                row.Lock, row.Mode, Quantity.ShortCount(row.Acquisitions), row.Acquisitions > 0 ? Quantity.Percent(row.Contended / row.Acquisitions) : "-", Quantity.Ms(row.WaitTotalMs),
                Quantity.Us(row.WaitMeanUs), Quantity.Us(row.WaitP99Us), Quantity.Percent(row.Utilization),
            ]),
        ]);
}
