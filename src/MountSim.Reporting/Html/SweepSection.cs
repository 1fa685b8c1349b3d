using MountSim.Reporting.Json;
using MountSim.Reporting.Plots;
using MountSim.Reporting.Sweeps;
using MountSim.Reporting.Texts;

namespace MountSim.Reporting.Html;

/// <summary>A sweep in a page.</summary>
internal static class SweepSection
{
    public static HtmlSection Of(SweepDocument document, string source, string id)
    {
        var (below, series) = SweepSeries.Of(document.Varied, [.. document.Rows.Select(row => new SweptPoint(row.Settings, row.Summary))]);
        return new HtmlSection(
            $"Sweep over {string.Join(", ", document.Varied)}",
            $"{Quantity.Count(document.Rows.Count)} scenarios{(document.Failures.Count > 0 ? $", and {Quantity.Count(document.Failures.Count)} that failed" : "")}.",
            source,
            document.Command,
            below is null ? [] :
            [
                PageChart.Of(font => SweepPlot.Latency(below, series, font), SweepPlot.Height, id + "l"),
                PageChart.Of(font => SweepPlot.Throughput(below, series, font), SweepPlot.Height, id + "t"),
            ],
            [
                new TextTable(
                    "Scenarios",
                    document.Varied.Count,
                    [.. document.Varied, .. SummaryTable.Heads],
                    [.. document.Rows.Select(row => (IReadOnlyList<string>)[.. document.Varied.Select(subject => row.Settings.GetValueOrDefault(subject, "")), .. SummaryTable.Cells(row.Summary)])]),
            ],
            [.. document.Failures.Select(failure => $"{failure.Scenario}: {failure.Problem}")]);
    }
}
