using MountSim.Reporting.Json;
using MountSim.Reporting.Plots;
using MountSim.Reporting.Texts;

namespace MountSim.Reporting.Html;

/// <summary>A capacity search in a page.</summary>
internal static class CapacitySection
{
    public static HtmlSection Of(CapacityDocument document, string source, string id)
    {
        var report = document.Back();
        return new HtmlSection(
            $"Capacity: {document.Varied} for {string.Join(" and ", document.Targets)}",
            document.Sentence,
            source,
            document.Command,
            [.. report.Question.Targets.Select((target, at) => PageChart.Of(font => CapacityPlot.Panel(report, target, at, font), CapacityPlot.Height, $"{id}t{at}"))],
            [
                new TextTable("Answer", 1, ["what", document.Varied], [["largest that holds", Number(report.Largest)], ["next tried, not claimed", Number(report.NextTried)], ["smallest missed for sure", Number(report.Missed)], ["knee", Number(report.Knee)]]),
                new TextTable(
                    "Values tried",
                    0,
                    [document.Varied, "verdict", "replications", .. SummaryTable.Heads],
                    [.. document.Points.Select(point => (IReadOnlyList<string>)[Quantity.Digits(point.Value), point.Verdict, Quantity.Count(point.Replications), .. SummaryTable.Cells(point.Summary)])]),
                PredictionTexts.Settings(document.Settings),
            ],
            document.Notes);
    }

    private static string Number(double? value) => value is { } number ? Quantity.Digits(number) : "-";
}
