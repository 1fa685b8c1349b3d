using MountSim.Experiments.Fleets;
using MountSim.Reporting.Columns;

namespace MountSim.Reporting.Spreadsheets;

/// <summary>A fleet's plan as a workbook: the rows, the planned against the largest safe burst of the tightest classes, and what the numbers rest on.</summary>
public static class FleetWorkbook
{
    private const int Drawn = 20; // as many names as an axis has room for

    private static readonly ColumnList<FleetRow> Bursts = new ColumnList<FleetRow>()
        .Text("class", row => row.Class!.Name)
        .Whole("planned_burst", row => row.Class!.Request.Workload.Containers)
        .Whole("largest_safe_burst", row => row.Answer!.Largest ?? 0);

    private static readonly ColumnList<string> Notes = new ColumnList<string>().Text("notes", note => note);

    /// <summary>The file's bytes.</summary>
    public static byte[] Bytes(FleetReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        var tightest = report.Rows.Where(row => row.Answer is not null).OrderBy(row => row.Headroom).Take(Drawn).ToList();
        var chart = new Chart($"Planned and largest safe burst: the {tightest.Count} classes with the least headroom", ChartKind.Bars, "class", "containers a burst", tightest.Count, 2);
        return Workbook.Bytes(
            Sheet.Of("plan", FleetColumns.Of(report.Table), report.Rows),
            Sheet.Of("headroom", Bursts, tightest) with { Chart = tightest.Count > 0 ? chart : null },
            Sheet.Of("notes", Notes, NotesOf(report)));
    }

    private static IEnumerable<string> NotesOf(FleetReport report)
    {
        yield return report.Sentence();
        yield return "largest safe burst: the whole 95 % interval of every target keeps its limit; 'at least' where the search ended before the limit";
        yield return "headroom: largest safe burst over planned burst, less one";
        yield return "mitigation: the largest gain whose whole 95 % interval is a gain; saves: its share of the start time, or of the makespan where that is the target";
        yield return "hosts needed: the demand over the largest safe burst; the demand is the hosts' planned bursts together where the table does not say";
    }
}
