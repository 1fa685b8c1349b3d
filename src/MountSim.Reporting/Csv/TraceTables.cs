using MountSim.Model.Traces;

namespace MountSim.Reporting.Csv;

/// <summary>Lock traces as the files that <see cref="TraceReader"/> reads.</summary>
public static class TraceTables
{
    /// <summary>Every lock event of operations without a parameter, one CPU.</summary>
    public static CsvTable<(string Release, string Operation, TraceEvent Event)> Events { get; } = new(
    [
        ("kernel", row => row.Release),
        ("operation", row => row.Operation),
        ("sequence", row => row.Event.Sequence),
        ("at_instructions", row => row.Event.AtInstructions),
        ("event", row => row.Event.Function),
        ("lock", row => row.Event.Lock),
    ]);

    private static readonly (string Title, Func<(TracedRun Run, string Lock, string Acquire, TracedUse? Use), object?> Value)[] RunColumns =
    [
        ("kernel", row => row.Run.Release),
        ("operation", row => row.Run.Operation),
        ("parameter", row => row.Run.Parameter),
        ("value", row => row.Run.Parameter.Length == 0 ? null : row.Run.Value),
        ("total_instructions", row => row.Run.TotalInstructions),
        ("lock", row => row.Lock),
        ("acquire", row => row.Acquire),
        ("acquisitions", row => row.Use?.Acquisitions ?? 0),
        ("held_instructions", row => row.Use?.HeldInstructions ?? 0),
    ];

    /// <summary>A row a run on one CPU and lock; a run without a lock has a row without one.</summary>
    public static CsvTable<(TracedRun Run, string Lock, string Acquire, TracedUse? Use)> Runs { get; } = new(RunColumns);

    /// <summary>The same with the number of CPUs.</summary>
    public static CsvTable<(TracedRun Run, string Lock, string Acquire, TracedUse? Use)> CpuRuns { get; } = new([("cpus", row => row.Run.Cpus), .. RunColumns]);

    /// <summary>The files that traces fill, by name: the table of CPUs only where a kernel ran on more than one.</summary>
    public static IReadOnlyList<(string Name, Action<TextWriter> Write)> Files(LockTraces traces)
    {
        ArgumentNullException.ThrowIfNull(traces);
        var single = traces.Runs.Where(run => run.Cpus == 1).ToList();
        var several = traces.Runs.Where(run => run.Cpus > 1).Select(run => run.Release).ToHashSet(StringComparer.Ordinal);
        var files = new List<(string, Action<TextWriter>)>();
        if (traces.Events.Count > 0)
            files.Add((TraceReader.TraceFile, writer => Events.Write(writer, traces.Events.SelectMany(item => item.Value, (item, each) => (item.Key.Release, item.Key.Operation, each)))));
        if (single.Count > 0)
            files.Add((TraceReader.RunsFile, writer => Runs.Write(writer, Rows(single))));
        if (several.Count > 0)
            files.Add((TraceReader.CpusFile, writer => CpuRuns.Write(writer, Rows(traces.Runs.Where(run => several.Contains(run.Release))))));
        return files;
    }

    private static IEnumerable<(TracedRun Run, string Lock, string Acquire, TracedUse? Use)> Rows(IEnumerable<TracedRun> runs) =>
        runs.SelectMany(run => run.Uses.Count == 0
            ? [(run, "", "", (TracedUse?)null)]
            : run.Uses.Select(use => (run, use.Key.Lock, use.Key.Function, (TracedUse?)use.Value)));
}
