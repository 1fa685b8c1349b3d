using MountSim.Reporting.Json;
using MountSim.Reporting.Plots;
using MountSim.Reporting.Texts;

namespace MountSim.Reporting.Html;

/// <summary>A prediction in a page.</summary>
internal static class PredictionSection
{
    public static HtmlSection Of(PredictionDocument document, string source, string id)
    {
        var report = document.Back();
        return new HtmlSection(
            report.Summary.Scenario,
            report.Sentence,
            source,
            document.Command,
            [.. PredictionPlot.Panels(report).Select((panel, at) => PageChart.Of(panel.Build, panel.Height, $"{id}p{at}"))],
            [SummaryTable.Of("Result", [report.Summary]), PredictionTexts.Breakdown(report.Breakdown), PredictionTexts.Locks(report.Locks), PredictionTexts.Settings(report.Settings)],
            report.Notes);
    }
}
