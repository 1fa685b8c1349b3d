using MountSim.Experiments;
using MountSim.Reporting.Texts;

namespace MountSim.Reporting.Html;

/// <summary>Predictions as rows of a page's table.</summary>
internal static class SummaryTable
{
    public static readonly IReadOnlyList<string> Heads = ["start p50", "start p99", "95 % interval", "makespan", "95 % interval", "containers a second", "binds", "busy"];

    public static TextTable Of(string caption, IReadOnlyList<PredictionSummary> rows) =>
        new(caption, 1, ["scenario", .. Heads], [.. rows.Select(row => (IReadOnlyList<string>)[row.Scenario, .. Cells(row)])]);

    public static IReadOnlyList<string> Cells(PredictionSummary row) =>
    [
        Quantity.Ms(row.StartP50Ms), Quantity.Ms(row.StartP99Ms), Quantity.MsInterval(row.StartP99CiLowMs, row.StartP99CiHighMs), Quantity.Ms(row.MakespanMs),
        Quantity.MsInterval(row.MakespanCiLowMs, row.MakespanCiHighMs), Quantity.Number(row.ContainersPerS), row.Bottleneck, Quantity.Percent(row.BottleneckUtilization),
    ];
}
