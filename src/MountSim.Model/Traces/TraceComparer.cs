using System.Globalization;
using MountSim.Model.Kernels;
using MountSim.Model.Yaml;

namespace MountSim.Model.Traces;

/// <summary>Holds the operations of a model to the traces of a kernel: order and nesting, numbers of acquisitions, held instructions.</summary>
public sealed class TraceComparer
{
    private readonly LockTraces traces;
    private readonly string release;
    private readonly KernelModel model;
    private readonly LeftOut rules;
    private readonly IReadOnlySet<string> functions;
    private readonly double residue;

    private TraceComparer(LockTraces traces, string release, KernelModel model, IEnumerable<KernelModel> others)
    {
        this.traces = traces;
        this.release = release;
        this.model = model;
        rules = new LeftOut(model, traces.Names(release), others);
        functions = traces.Functions(release);
        residue = traces.ProbeResidue(release);
    }

    /// <summary>Compares every kernel of the traces with its model.</summary>
    /// <param name="traces">The traces.</param>
    /// <param name="kernel">The model to hold against all of them; null for each kernel's own or nearest older one.</param>
    /// <exception cref="ModelException">There is no such model.</exception>
    public static IReadOnlyList<KernelMatch> Compare(LockTraces traces, string? kernel = null)
    {
        var all = KernelCatalog.Names.Select(KernelCatalog.Load).ToList();
        var asked = kernel is null ? null : KernelCatalog.Load(kernel);
        return [.. traces.Releases.Select(release => One(traces, release, asked, all))];
    }

    /// <summary>Compares one kernel of the traces with a model.</summary>
    /// <param name="traces">The traces.</param>
    /// <param name="release">One of their kernels.</param>
    /// <param name="model">The model.</param>
    /// <param name="note">Why this model.</param>
    /// <param name="others">Further models, whose symbols name the same roles on other kernels.</param>
    public static KernelMatch Compare(LockTraces traces, string release, KernelModel model, string note = "", IEnumerable<KernelModel>? others = null) =>
        new TraceComparer(traces, release, model, others ?? []).Compare(note);

    private static KernelMatch One(LockTraces traces, string release, KernelModel? asked, List<KernelModel> all)
    {
        if (asked is not null)
            return Compare(traces, release, asked, "as asked", all);
        if (KernelVersion.ModelOf(release) is not { } name)
            return new KernelMatch(release, "", $"no model of {release} or an older kernel; there are {string.Join(", ", KernelCatalog.Names)}", [], [], []);
        var own = KernelVersion.Of(name) == KernelVersion.Of(release);
        return Compare(traces, release, all.Single(item => item.Name == name), own ? "" : "the nearest older model", all);
    }

    private KernelMatch Compare(string note)
    {
        var runs = traces.Runs.Where(run => run.Release == release).GroupBy(run => run.Series).ToDictionary(group => group.Key, StringComparer.Ordinal);
        var traced = traces.Events.Keys.Where(key => key.Release == release).Select(key => key.Operation);
        List<SeriesComparison> compared = [];
        List<string> skipped = [];
        foreach (var series in runs.Keys.Union(traced).Order(StringComparer.Ordinal))
        {
            var operation = series.Split('@')[0];
            if (TraceMapping.IsOwnCheck(operation))
                continue;
            IReadOnlyList<TracedRun> rows = runs.TryGetValue(series, out var group) ? [.. group] : [];
            var operations = rows.Count > 0 ? TraceMapping.Operations(model, rows[0]) : TraceMapping.Operations(series);
            var lacking = operations.FirstOrDefault(name => model.Lacks.Contains(name));
            if (operations.Count == 0)
                skipped.Add($"{series}: no operation of the models is this; {NearestName.Hint(operation, [.. TraceMapping.Names])}");
            else if (lacking is not null)
                skipped.Add($"{series}: {model.Name} is declared to lack {lacking}");
            else if (TraceMapping.Failed(release, operation))
                skipped.Add($"{series}: the traced call failed");
            else
                compared.Add(Compare(series, operations, rows));
        }

        var disturbances = new Disturbances(compared.SelectMany(item => item.Table?.Holds ?? []));
        return new KernelMatch(release, model.Name, note, [.. compared.Select(item => item.Match(disturbances))], rules.NotTraced, skipped);
    }

    private SeriesComparison Compare(string series, IReadOnlyList<string> operations, IReadOnlyList<TracedRun> runs)
    {
        if (operations.FirstOrDefault(name => !model.Operations.ContainsKey(name)) is { } missing)
        {
            var place = runs.Count > 0 ? runs[0].Uses.Values.FirstOrDefault()?.Place : null;
            return new SeriesComparison(series, operations, null, null, new TraceDifference(place ?? release, "", $"{model.Name} has no operation {missing} and is not declared to lack it"));
        }

        var isTraced = traces.Events.TryGetValue((release, series), out var trace);
        var difference = isTraced ? Order(trace!, operations, TraceMapping.Values(new TracedRun(release, 1, series, "", 0, 0))) : null;
        var table = new RunTable(model, rules, operations, residue);
        foreach (var run in runs)
            table.Add(run);
        return new SeriesComparison(series, operations, table, isTraced ? difference is null : null, difference);
    }

    private TraceDifference? Order(IReadOnlyList<TraceEvent> trace, IReadOnlyList<string> operations, double[] values)
    {
        var expected = TraceUnroller.Unroll(trace, rules, functions);
        var found = ScriptUnroller.Unroll(model, operations, rules, values);
        for (var i = 0; i < Math.Max(expected.Count, found.Count); i++)
        {
            if (i < expected.Count && i < found.Count && expected[i].Matches(found[i]))
                continue;
            var seen = i < expected.Count ? $"takes {expected[i]}" : "ends";
            var scripted = i < found.Count ? $"takes {found[i]}" : "ends";
            return new TraceDifference(
                i < expected.Count ? expected[i].Place : trace[^1].Place,
                i < found.Count ? found[i].Place : "",
                string.Create(CultureInfo.InvariantCulture, $"lock {i + 1} of {expected.Count}: the trace {seen}, the model {scripted}"));
        }

        return null;
    }
}
