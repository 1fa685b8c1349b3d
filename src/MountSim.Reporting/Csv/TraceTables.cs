using MountSim.Model.Traces;
using MountSim.Reporting.Columns;

namespace MountSim.Reporting.Csv;

/// <summary>Lock traces as the files that <see cref="TraceReader"/> reads.</summary>
public static class TraceTables
{
    /// <summary>Every lock event of operations without a parameter, one CPU.</summary>
    public static ColumnList<(string Release, string Operation, TraceEvent Event)> Events { get; } =
        new ColumnList<(string Release, string Operation, TraceEvent Event)>()
            .Text("kernel", row => row.Release)
            .Text("operation", row => row.Operation)
            .Whole("sequence", row => row.Event.Sequence)
            .Real("at_instructions", row => row.Event.AtInstructions)
            .Text("event", row => row.Event.Function)
            .Text("lock", row => row.Event.Lock);

    /// <summary>A row a run on one CPU and lock; a run without a lock has a row without one.</summary>
    public static ColumnList<(TracedRun Run, string Lock, string Acquire, TracedUse? Use)> Runs { get; } =
        WithRun(new ColumnList<(TracedRun Run, string Lock, string Acquire, TracedUse? Use)>());

    /// <summary>The same with the number of CPUs.</summary>
    public static ColumnList<(TracedRun Run, string Lock, string Acquire, TracedUse? Use)> CpuRuns { get; } =
        WithRun(new ColumnList<(TracedRun Run, string Lock, string Acquire, TracedUse? Use)>().Whole("cpus", row => row.Run.Cpus));

    /// <summary>The files that traces fill, by name: the table of CPUs only where a kernel ran on more than one.</summary>
    public static IReadOnlyList<(string Name, Action<TextWriter> Write)> Files(LockTraces traces)
    {
        ArgumentNullException.ThrowIfNull(traces);
        var single = traces.Runs.Where(run => run.Cpus == 1).ToList();
        var several = traces.Runs.Where(run => run.Cpus > 1).Select(run => run.Release).ToHashSet(StringComparer.Ordinal);
        var files = new List<(string, Action<TextWriter>)>();
        if (traces.Events.Count > 0)
            files.Add((TraceReader.TraceFile, writer => CsvTable.Write(writer, Events, traces.Events.SelectMany(item => item.Value, (item, each) => (item.Key.Release, item.Key.Operation, each)))));
        if (single.Count > 0)
            files.Add((TraceReader.RunsFile, writer => CsvTable.Write(writer, Runs, Rows(single))));
        if (several.Count > 0)
            files.Add((TraceReader.CpusFile, writer => CsvTable.Write(writer, CpuRuns, Rows(traces.Runs.Where(run => several.Contains(run.Release))))));
        return files;
    }

    private static ColumnList<(TracedRun Run, string Lock, string Acquire, TracedUse? Use)> WithRun(
        ColumnList<(TracedRun Run, string Lock, string Acquire, TracedUse? Use)> columns) => columns
        .Text("kernel", row => row.Run.Release)
        .Text("operation", row => row.Run.Operation)
        .Text("parameter", row => row.Run.Parameter)
        .Whole("value", row => row.Run.Parameter.Length == 0 ? null : row.Run.Value)
        .Real("total_instructions", row => row.Run.TotalInstructions)
        .Text("lock", row => row.Lock)
        .Text("acquire", row => row.Acquire)
        .Real("acquisitions", row => row.Use?.Acquisitions ?? 0)
        .Real("held_instructions", row => row.Use?.HeldInstructions ?? 0);

    private static IEnumerable<(TracedRun Run, string Lock, string Acquire, TracedUse? Use)> Rows(IEnumerable<TracedRun> runs) =>
        runs.SelectMany(run => run.Uses.Count == 0
            ? [(run, "", "", (TracedUse?)null)]
            : run.Uses.Select(use => (run, use.Key.Lock, use.Key.Function, (TracedUse?)use.Value)));
}
