using System.Text.Json;
using MountSim.Experiments;
using MountSim.Experiments.Planning;
using MountSim.Experiments.Requests;
using MountSim.Reporting;
using MountSim.Reporting.Json;
using MountSim.Reporting.Plots;
using MountSim.Reporting.Texts;

namespace MountSim.Serve;

/// <summary>Puts reports into the words, tables and pictures of the page.</summary>
internal static class AnswerText
{
    public static PageAnswer Of(PredictRequest request, PredictionReport report, int chartWidth, TimeSpan simulated, TimeSpan answered) => new()
    {
        Replications = report.Summary.Replications,
        Wanted = request.Replications,
        Done = report.Sensitivity.Count > 0,
        Command = CommandText.Of("mountsim predict", request with { Replications = report.Summary.Replications }, "replications", "seed"),
        Title = PredictionTexts.Title(report.Summary),
        Sentence = report.Sentence,
        Figures = [.. PredictionTexts.Answer(report.Summary).Select(figure => new PageFigure(figure.Label, figure.Value, figure.Remark))],
        Tables = [PredictionTexts.Breakdown(report.Breakdown), PredictionTexts.Locks(report.Locks), .. Sensitivity(report), PredictionTexts.Settings(report.Settings)],
        Notes = PredictionTexts.Notes(report),
        StartTimes = StartTimes(report, chartWidth),
        Waits = Waits(report, chartWidth),
        SimulatedMs = simulated.TotalMilliseconds,
        AnsweredMs = answered.TotalMilliseconds,
        Report = Numbers(report),
    };

    public static PageHelp Of(PredictRequest request, ComparisonReport report, PredictProgress last) => new(last.Done, last.Total)
    {
        Sentence = ComparisonTexts.Sentence(report),
        Command = CommandText.Of("mountsim compare --mitigations", request, "replications", "seed"),
        Tables = [ComparisonTexts.Rows(report), ComparisonTexts.Prices(report)],
        LeftOut = ComparisonTexts.LeftOut(report),
        Notes = ComparisonTexts.Notes(report),
    };

    private static IEnumerable<TextTable> Sensitivity(PredictionReport report) => report.Sensitivity.Count > 0 ? [PredictionTexts.Sensitivity(report.Sensitivity)] : [];

    private static PageChart StartTimes(PredictionReport report, int width) => new(
        PanelSvg.StartTimes(report, width),
        $"Distribution of start times: half within {Quantity.Ms(report.Summary.StartP50Ms)}, 95 % within {Quantity.Ms(report.Summary.StartP95Ms)}, 99 % within {Quantity.Ms(report.Summary.StartP99Ms)}.");

    private static PageChart Waits(PredictionReport report, int width)
    {
        const int Told = 3;
        var waits = report.Locks.Where(row => row.WaitTotalMs > 0).Take(Told).Select(row => $"{row.Lock} {row.Mode} {Quantity.Ms(row.WaitTotalMs)}").ToList();
        return new PageChart(PanelSvg.Waits(report, width), waits.Count == 0 ? "No lock was waited for." : $"Waits by lock, all containers together: {string.Join(", ", waits)}.");
    }

    private static JsonElement Numbers(PredictionReport report)
    {
        using var writer = new StringWriter();
        PredictionJson.Write(writer, report with { StartTimesMs = [] });
        using var document = JsonDocument.Parse(writer.ToString());
        return document.RootElement.Clone();
    }
}
