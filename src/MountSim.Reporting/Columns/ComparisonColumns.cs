using MountSim.Experiments.Planning;

namespace MountSim.Reporting.Columns;

/// <summary>One row a scenario of a comparison, the baseline first: a prediction's columns, then what differs and by how much. Add columns at the end only.</summary>
public static class ComparisonColumns
{
    /// <summary>The columns.</summary>
    public static ColumnList<ComparisonRow> All { get; } = new ColumnList<ComparisonRow>()
        .AddAll(PredictionColumns.All, row => row.Summary)
        .Text("change", row => row.Variant.Change)
        .Real("start_p99_difference", "ms", row => row.StartP99.Ms)
        .Real("start_p99_difference_ci_low", "ms", row => row.StartP99.LowMs)
        .Real("start_p99_difference_ci_high", "ms", row => row.StartP99.HighMs)
        .Real("start_p99_ratio", row => row.StartP99.Ratio)
        .Real("start_p99_ratio_ci_low", row => row.StartP99.RatioLow)
        .Real("start_p99_ratio_ci_high", row => row.StartP99.RatioHigh)
        .Real("makespan_difference", "ms", row => row.Makespan.Ms)
        .Real("makespan_difference_ci_low", "ms", row => row.Makespan.LowMs)
        .Real("makespan_difference_ci_high", "ms", row => row.Makespan.HighMs)
        .Real("makespan_ratio", row => row.Makespan.Ratio)
        .Real("makespan_ratio_ci_low", row => row.Makespan.RatioLow)
        .Real("makespan_ratio_ci_high", row => row.Makespan.RatioHigh)
        .Text("title", row => row.Variant.Mitigation?.Title)
        .Text("price", row => row.Variant.Mitigation?.Price)
        .Text("price_source", row => row.Variant.Mitigation?.PriceSource)
        .Text("omits", row => row.Variant.Mitigation?.Omits);

    /// <summary>The rows of a report: the baseline, then the variants.</summary>
    public static IReadOnlyList<ComparisonRow> Rows(ComparisonReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        return [report.Baseline, .. report.Rows];
    }
}
