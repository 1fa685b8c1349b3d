using MountSim.Model.Traces;

namespace MountSim.Reporting.Columns;

/// <summary>The columns of the files that <see cref="TraceReader"/> reads.</summary>
public static class TraceColumns
{
    /// <summary>A row a lock event.</summary>
    public static ColumnList<(string Release, string Operation, TraceEvent Event)> Events { get; } = new ColumnList<(string Release, string Operation, TraceEvent Event)>()
        .Text("kernel", row => row.Release)
        .Text("operation", row => row.Operation)
        .Whole("sequence", row => row.Event.Sequence)
        .Real("at", "instructions", row => row.Event.AtInstructions)
        .Text("event", row => row.Event.Function)
        .Text("lock", row => row.Event.Lock);

    /// <summary>A row a run and lock; a run without a lock has a row without one.</summary>
    public static ColumnList<(TracedRun Run, string Lock, string Acquire, TracedUse? Use)> Runs { get; } = OfRuns(new());

    /// <summary>The same with the number of CPUs before the others.</summary>
    public static ColumnList<(TracedRun Run, string Lock, string Acquire, TracedUse? Use)> CpuRuns { get; } =
        OfRuns(new ColumnList<(TracedRun Run, string Lock, string Acquire, TracedUse? Use)>().Whole("cpus", row => row.Run.Cpus));

    private static ColumnList<(TracedRun Run, string Lock, string Acquire, TracedUse? Use)> OfRuns(
        ColumnList<(TracedRun Run, string Lock, string Acquire, TracedUse? Use)> columns) => columns
        .Text("kernel", row => row.Run.Release)
        .Text("operation", row => row.Run.Operation)
        .Text("parameter", row => row.Run.Parameter)
        .Whole("value", row => row.Run.Parameter.Length == 0 ? null : row.Run.Value)
        .Real("total", "instructions", row => row.Run.TotalInstructions)
        .Text("lock", row => row.Lock)
        .Text("acquire", row => row.Acquire)
        .Real("acquisitions", row => row.Use?.Acquisitions ?? 0)
        .Real("held", "instructions", row => row.Use?.HeldInstructions ?? 0);
}
