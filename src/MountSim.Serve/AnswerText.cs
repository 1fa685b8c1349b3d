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
    public static PageAnswer Of(PredictRequest request, PredictionReport report, int chartWidth, TimeSpan simulated, TimeSpan answered)
    {
        var command = CommandText.Of("mountsim predict", request with { Replications = report.Summary.Replications }, "replications", "seed");
        return new PageAnswer
        {
            Replications = report.Summary.Replications,
            Wanted = request.Replications,
            Done = report.Sensitivity.Count > 0,
            Command = command,
            Title = PredictionTexts.Title(report.Summary),
            Sentence = report.Sentence,
            Figures = [.. PredictionTexts.Answer(report.Summary).Select(figure => new PageFigure(figure.Label, figure.Value, figure.Remark))],
            Tables = [PredictionTexts.Breakdown(report.Breakdown), PredictionTexts.Locks(report.Locks), .. Sensitivity(report), PredictionTexts.Settings(report.Settings)],
            Notes = PredictionTexts.Notes(report),
            Charts = [.. Charts(report, chartWidth)],
            SimulatedMs = simulated.TotalMilliseconds,
            AnsweredMs = answered.TotalMilliseconds,
            Report = Numbers(report, command),
        };
    }

    public static PageHelp Of(PredictRequest request, ComparisonReport report, PredictProgress last) => new(last.Done, last.Total)
    {
        Sentence = ComparisonTexts.Sentence(report),
        Command = CommandText.Of("mountsim compare --mitigations", request, "replications", "seed"),
        Tables = [ComparisonTexts.Rows(report), ComparisonTexts.Prices(report)],
        LeftOut = ComparisonTexts.LeftOut(report),
        Notes = ComparisonTexts.Notes(report),
    };

    private static IEnumerable<TextTable> Sensitivity(PredictionReport report) => report.Sensitivity.Count > 0 ? [PredictionTexts.Sensitivity(report.Sensitivity)] : [];

    private static IEnumerable<PageChart> Charts(PredictionReport report, int width)
    {
        const int Told = 3;
        var summary = report.Summary;
        yield return new PageChart(
            "Start times",
            "Share of the containers that run after a time; band: 95 % interval of the p99.",
            PanelSvg.StartTimes(report, width),
            $"Distribution of start times: half within {Quantity.Ms(summary.StartP50Ms)}, 95 % within {Quantity.Ms(summary.StartP95Ms)}, 99 % within {Quantity.Ms(summary.StartP99Ms)}.");
        var waits = report.Locks.Where(row => row.WaitTotalMs > 0).Take(Told).Select(row => $"{row.Lock} {row.Mode} {Quantity.Ms(row.WaitTotalMs)}").ToList();
        yield return new PageChart(
            "Waits by lock",
            "All containers together, mean of a replication; by how the lock was wanted.",
            PanelSvg.Waits(report, width),
            waits.Count == 0 ? "No lock was waited for." : $"Waits by lock, all containers together: {string.Join(", ", waits)}.");
        if (report.Utilization.Count == 0) yield break;
        yield return new PageChart(
            "Utilisation over time",
            "Mean of the replications; band: its 95 % interval.",
            PanelSvg.Utilization(report, width),
            $"How busy CPUs and locks were in the course of the burst; {summary.Bottleneck} was {Quantity.Percent(summary.BottleneckUtilization)} of the whole.");
    }

    private static JsonElement Numbers(PredictionReport report, string command)
    {
        using var writer = new StringWriter();
        PredictionJson.Write(writer, report with { StartTimesMs = [] }, command);
        using var document = JsonDocument.Parse(writer.ToString());
        return document.RootElement.Clone();
    }
}
