using MountSim.Model.Traces;
using MountSim.Reporting.Columns;

namespace MountSim.Reporting.Csv;

/// <summary>Lock traces as the files that <see cref="TraceReader"/> reads.</summary>
public static class TraceTables
{
    /// <summary>The files that traces fill, by name: the table of CPUs only where a kernel ran on more than one.</summary>
    public static IReadOnlyList<(string Name, Action<TextWriter> Write)> Files(LockTraces traces)
    {
        ArgumentNullException.ThrowIfNull(traces);
        var single = traces.Runs.Where(run => run.Cpus == 1).ToList();
        var several = traces.Runs.Where(run => run.Cpus > 1).Select(run => run.Release).ToHashSet(StringComparer.Ordinal);
        var files = new List<(string, Action<TextWriter>)>();
        if (traces.Events.Count > 0)
            files.Add((TraceReader.TraceFile, writer => CsvTable.Write(writer, TraceColumns.Events, Rows(traces.Events))));
        if (single.Count > 0)
            files.Add((TraceReader.RunsFile, writer => CsvTable.Write(writer, TraceColumns.Runs, Rows(single))));
        if (several.Count > 0)
            files.Add((TraceReader.CpusFile, writer => CsvTable.Write(writer, TraceColumns.CpuRuns, Rows(traces.Runs.Where(run => several.Contains(run.Release))))));
        return files;
    }

    private static IEnumerable<(string Release, string Operation, TraceEvent Event)> Rows(IReadOnlyDictionary<(string Release, string Operation), IReadOnlyList<TraceEvent>> events) =>
        events.SelectMany(item => item.Value, (item, each) => (item.Key.Release, item.Key.Operation, each));

    private static IEnumerable<(TracedRun Run, string Lock, string Acquire, TracedUse? Use)> Rows(IEnumerable<TracedRun> runs) =>
        runs.SelectMany(run => run.Uses.Count == 0
            ? [(run, "", "", (TracedUse?)null)]
            : run.Uses.Select(use => (run, use.Key.Lock, use.Key.Function, (TracedUse?)use.Value)));
}
