using MountSim.Reporting.Json;
using MountSim.Reporting.Models;
using MountSim.Reporting.Plots;
using MountSim.Reporting.Texts;

namespace MountSim.Reporting.Html;

/// <summary>A validation in a page.</summary>
internal static class ValidationSection
{
    public static HtmlSection Of(ValidationDocument document, string source, string id)
    {
        var report = document.Back();
        var points = ValidationPoint.Of(report);
        var charts = new List<PageChart> { PageChart.Of(font => AgainstPanel.Build(report, points, font), ValidationPlot.AgainstHeight, id + "a") };
        if (ValidationPlot.RatiosFit(points)) charts.Add(PageChart.Of(font => RatioPanel.Build(report, points, font), ValidationPlot.RatiosHeight(points), id + "r", narrow: false));
        return new HtmlSection(
            $"Validation: {document.Suite}",
            document.Summary,
            source,
            document.Command,
            charts,
            [
                new TextTable("Cases", 4, ["case", "what", "verdict", "judged by"], [.. document.Cases.Select(one => (IReadOnlyList<string>)[one.Case, one.Title, one.Verdict, one.Basis])]),
                new TextTable("Quantities", 3, ["case", "quantity", "unit", "predicted", "interval", document.Known, "band", "error", "verdict", "remark"], [.. document.Quantities.Select(Cells)]),
            ],
            document.Notes);
    }

    private static IReadOnlyList<string> Cells(ValidationLine line) =>
    [
        line.Case, line.Quantity, line.Unit, Number(line.Predicted), Interval(line.PredictedLow, line.PredictedHigh), Number(line.Reference), Interval(line.ReferenceLow, line.ReferenceHigh),
        line.Error is { } error ? (error < 0 ? "" : "+") + Quantity.Number(error * 100) + " %" : "-", line.Verdict, line.Reason ?? "",
    ];

    private static string Interval(double? low, double? high) => (low, high) switch
    {
        (null, null) => "-",
        (null, _) => $"to {Number(high)}",
        (_, null) => $"from {Number(low)}",
        _ => $"{Number(low)} to {Number(high)}",
    };

    private static string Number(double? value) => value is { } number ? Quantity.Digits(number) : "-";
}
