using System.Globalization;

namespace MountSim.Model.Traces.Raw;

/// <summary>The lock events of one section, each in the names of the tables and at the time it would have without the probes.</summary>
internal sealed class SectionTrace
{
    /// <summary>Seqlocks whose modes the tables tell apart.</summary>
    private static readonly HashSet<string> SeqLocks = new(["mount_lock", "mnt_ns_tree_lock"], StringComparer.Ordinal);

    /// <summary>A writer moves the sequence twice, before the release's probe reads it.</summary>
    private const uint WriterSteps = 2;

    private readonly List<(RawEvent Raw, double At, string Function, string Lock)> own = [];
    private readonly Dictionary<ulong, string> objects = [];
    private readonly int[] releases;

    private SectionTrace(RawTrace trace, RawSection section)
    {
        Section = section;
        Release = trace.Release;
        Cpus = trace.Cpus;
        long probes = 0;
        foreach (var item in Within(trace, section))
        {
            if (item.Task == section.Task && !item.InInterrupt)
            {
                var function = TracedFunction.NameOf(item.Function);
                own.Add((item, item.At - section.From - probes, function, LockOf(item, function, trace.Symbols)));
            }

            probes += trace.Costs[item.Function];
        }

        TotalInstructions = section.To - section.From - probes;
        releases = [.. Enumerable.Range(0, own.Count).Select(ReleaseOf)];
        for (var i = 0; i < own.Count; i++)
            own[i] = own[i] with { Function = ModeOf(i) };
    }

    public RawSection Section { get; }

    public string Release { get; }

    public int Cpus { get; }

    /// <summary>Of the whole section, without the probes.</summary>
    public double TotalInstructions { get; }

    /// <summary>Traces one section.</summary>
    public static SectionTrace Of(RawTrace trace, RawSection section) => new(trace, section);

    /// <summary>The events in order.</summary>
    public IReadOnlyList<TraceEvent> Events() =>
        [.. own.Select((item, index) => new TraceEvent(index + 1, item.At, item.Function, item.Lock, item.Raw.Place))];

    /// <summary>The row of the parameter tables.</summary>
    public TracedRun Run()
    {
        var run = new TracedRun(Release, Cpus, Section.Operation, Section.Parameter, Section.Value, TotalInstructions);
        for (var i = 0; i < own.Count; i++)
        {
            var (raw, at, function, name) = own[i];
            if (!TraceFunctions.Taking(function) && !TracedFunction.IsRcu(function))
                continue;
            var key = (LeftOut.IsObject(name) ? TableObjects : name, function);
            var held = releases[i] < 0 ? 0 : own[releases[i]].At - at;
            run.Uses[key] = run.Uses.TryGetValue(key, out var use)
                ? use with { Acquisitions = use.Acquisitions + 1, HeldInstructions = use.HeldInstructions + held }
                : new TracedUse(1, held, raw.Place);
        }

        return run;
    }

    /// <summary>What the tables call all locks of objects.</summary>
    private const string TableObjects = "per-object";

    private static IEnumerable<RawEvent> Within(RawTrace trace, RawSection section) =>
        trace.Events.SkipWhile(item => item.At < section.From).TakeWhile(item => item.At <= section.To);

    private string LockOf(RawEvent item, string function, SymbolTable symbols)
    {
        if (TracedFunction.IsRcu(function))
            return "";
        if (symbols.NameOf(item.Address) is { } name)
            return name;
        if (!objects.TryGetValue(item.Address, out var known))
            objects.Add(item.Address, known = string.Create(CultureInfo.InvariantCulture, $"object{objects.Count + 1}"));
        return known;
    }

    /// <summary>The event that releases what one takes, -1 for none.</summary>
    private int ReleaseOf(int taken)
    {
        if (!TraceFunctions.Taking(own[taken].Function))
            return -1;
        var release = TraceFunctions.Release(own[taken].Function);
        return own.FindIndex(taken + 1, item => item.Raw.Address == own[taken].Raw.Address && item.Function == release);
    }

    private string ModeOf(int taken)
    {
        var (raw, _, function, name) = own[taken];
        if (function != "spin_lock" || !SeqLocks.Contains(name) || releases[taken] < 0)
            return function;
        return own[releases[taken]].Raw.Sequence - raw.Sequence == WriterSteps ? "write_seqlock" : "read_seqlock_excl";
    }
}
