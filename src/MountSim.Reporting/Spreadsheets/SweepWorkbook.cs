using MountSim.Experiments.Sweeps;
using MountSim.Reporting.Columns;
using MountSim.Reporting.Sweeps;

namespace MountSim.Reporting.Spreadsheets;

/// <summary>A sweep as a workbook: the rows, and the p99 start over the numeric field that varies, a line for each combination of the others.</summary>
public static class SweepWorkbook
{
    private const int MostSeries = 24; // more lines than a reader tells apart

    /// <summary>The file's bytes.</summary>
    public static byte[] Bytes(SweepPlan plan, IReadOnlyList<SweepRow> rows)
    {
        ArgumentNullException.ThrowIfNull(plan);
        var table = Sheet.Of("sweep", SweepColumns.Of(plan), rows);
        var (below, series) = SweepSeries.Of(plan.Varied, SweptPoint.Of(plan, rows));
        return below is null || series.Count > MostSeries ? Workbook.Bytes(table) : Workbook.Bytes(table, Chart(below, series));
    }

    private static Sheet Chart(string below, IReadOnlyList<SweepSeries> series)
    {
        var numbers = series.SelectMany(line => line.Points.Keys).Distinct().Order().ToList();
        var title = below.Replace('-', ' ');
        return new Sheet(
            "start p99",
            [title, .. series.Select(line => $"{line.Name} (ms)")],
            [CellKind.Mixed, .. series.Select(_ => CellKind.Real)],
            [.. numbers.Select(number => (IReadOnlyList<object?>)[number, .. series.Select(line => line.Points.TryGetValue(number, out var row) ? (object?)row.StartP99Ms : null)])])
        {
            Chart = new Chart("Start time, 99th percentile", ChartKind.Lines, title, "start p99 (ms)", numbers.Count, series.Count),
        };
    }
}
