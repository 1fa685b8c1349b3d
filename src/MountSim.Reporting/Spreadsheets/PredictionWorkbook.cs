using MountSim.Experiments;
using MountSim.Reporting.Columns;

namespace MountSim.Reporting.Spreadsheets;

/// <summary>A prediction as a workbook: the row, where a start's time goes with its chart, the locks, the settings.</summary>
public static class PredictionWorkbook
{
    private static readonly ColumnList<(string Label, double MeanMs)> Breakdown = new ColumnList<(string Label, double MeanMs)>()
        .Text("part", part => part.Label)
        .Real("mean_a_start", "ms", part => part.MeanMs);

    private static readonly ColumnList<Setting> Settings = new ColumnList<Setting>()
        .Text("setting", setting => setting.Name)
        .Text("value", setting => setting.Value)
        .Text("from", setting => setting.Origin);

    private static readonly ColumnList<string> Notes = new ColumnList<string>().Text("notes", note => note);

    /// <summary>The file's bytes.</summary>
    public static byte[] Bytes(PredictionReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        var chart = new Chart($"Where a start's time goes: {report.Summary.Scenario}", ChartKind.Bars, "", "mean of a start (ms)", report.Breakdown.Count, 1);
        return Workbook.Bytes(
            Sheet.Of("prediction", PredictionColumns.All, [report.Summary]),
            Sheet.Of("start time", Breakdown, report.Breakdown) with { Chart = chart },
            Sheet.Of("locks", LocksColumns.All, report.Locks),
            Sheet.Of("settings", Settings, report.Settings),
            Sheet.Of("notes", Notes, [report.Sentence, .. report.Notes]));
    }
}
