using MountSim.Experiments.Sweeps;

namespace MountSim.Reporting.Columns;

/// <summary>One row a scenario of a sweep: a prediction's columns, then one for each thing that varies and that these do not tell.</summary>
public static class SweepColumns
{
    /// <summary>The columns for a plan.</summary>
    public static ColumnList<SweepRow> Of(SweepPlan plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        var columns = new ColumnList<SweepRow>().AddAll(PredictionColumns.All, row => row.Summary);
        var known = columns.Names;
        foreach (var subject in plan.Varied.Where(subject => !known.Contains(Title(subject))))
            columns.Add(new Column<SweepRow>(Title(subject), null, CellKind.Mixed, row => TypedCell.Of(row.Scenario.Text(subject))));
        return columns;
    }

    private static string Title(string subject) => subject.Replace('-', '_');
}
