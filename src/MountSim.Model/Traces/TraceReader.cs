namespace MountSim.Model.Traces;

/// <summary>Reads a directory of lock traces: lock-trace.csv, lock-ops.csv (one CPU) and lock-ops-cpus.csv, whichever it has.</summary>
public static class TraceReader
{
    /// <summary>The file of events.</summary>
    public const string TraceFile = "lock-trace.csv";

    /// <summary>The table of runs on one CPU.</summary>
    public const string RunsFile = "lock-ops.csv";

    /// <summary>The table of runs on several CPU counts.</summary>
    public const string CpusFile = "lock-ops-cpus.csv";

    private static readonly string[] TraceColumns = ["kernel", "operation", "sequence", "at_instructions", "event", "lock"];

    private static readonly string[] RunColumns =
        ["kernel", "operation", "parameter", "value", "total_instructions", "lock", "acquire", "acquisitions", "held_instructions"];

    /// <summary>Reads the directory.</summary>
    /// <exception cref="ModelException">It has none of the files, or one is not as it should be; names file, line, column, value and what is allowed.</exception>
    public static LockTraces Read(string directory)
    {
        string[] files = [TraceFile, RunsFile, CpusFile];
        if (!files.Any(name => File.Exists(Path.Combine(directory, name))))
            throw new ModelException(directory, $"no traces there; allowed: a directory with {TraceFile}, {RunsFile} or {CpusFile}");
        var events = new Dictionary<(string, string), IReadOnlyList<TraceEvent>>();
        if (Path.Combine(directory, TraceFile) is var trace && File.Exists(trace))
            ReadEvents(trace, events);
        var runs = new Dictionary<(string, int, string, string, int), TracedRun>();
        // Kernels in both tables were run once; the table with more CPUs goes first.
        if (Path.Combine(directory, CpusFile) is var cpus && File.Exists(cpus))
            ReadRuns(cpus, 1, runs, []);
        if (Path.Combine(directory, RunsFile) is var one && File.Exists(one))
            ReadRuns(one, 0, runs, [.. runs.Keys]);
        return new LockTraces(events, [.. runs.Values]);
    }

    private static void ReadEvents(string file, Dictionary<(string, string), IReadOnlyList<TraceEvent>> events)
    {
        foreach (var line in TraceCsv.Read(file, TraceColumns))
        {
            var key = (line.Name(0), line.Name(1));
            if (!events.TryGetValue(key, out var list))
                events.Add(key, list = new List<TraceEvent>());
            var sequence = line.Whole(2, 1);
            if (sequence != list.Count + 1)
                throw line.Refuse(2, string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{list.Count + 1}, one more than the line before of this operation"));
            if (!TraceFunctions.IsKnown(line.Name(4)))
                throw line.Refuse(4, string.Join(", ", TraceFunctions.Names));
            ((List<TraceEvent>)list).Add(new TraceEvent(sequence, line.Number(3), line.Text(4), line.Text(5), line.Place));
        }
    }

    /// <param name="file">The table.</param>
    /// <param name="first">Its columns before the kernel: the CPUs, or none.</param>
    /// <param name="runs">Where the runs go.</param>
    /// <param name="known">Runs that another table had.</param>
    private static void ReadRuns(
        string file, int first, Dictionary<(string, int, string, string, int), TracedRun> runs, HashSet<(string, int, string, string, int)> known)
    {
        foreach (var line in TraceCsv.Read(file, first == 0 ? RunColumns : ["cpus", .. RunColumns]))
        {
            var value = line.Text(first + 3).Length == 0 ? 0 : line.Whole(first + 3);
            var key = (line.Name(first), first == 0 ? 1 : line.Whole(0, 1), line.Name(first + 1), line.Text(first + 2), value);
            if (known.Contains(key))
                continue;
            if (!runs.TryGetValue(key, out var run))
                runs.Add(key, run = new TracedRun(key.Item1, key.Item2, key.Item3, key.Item4, value, line.Number(first + 4)));
            var function = line.Text(first + 6);
            if (function.Length == 0)
                continue; // an operation without locks
            if (!TraceFunctions.IsKnown(function))
                throw line.Refuse(first + 6, string.Join(", ", TraceFunctions.Names));
            if (!run.Uses.TryAdd((line.Text(first + 5), function), new TracedUse(line.Number(first + 7), line.Number(first + 8), line.Place)))
                throw line.Refuse(first + 5, "a lock and function once in a run");
        }
    }
}
