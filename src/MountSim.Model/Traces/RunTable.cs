using System.Globalization;
using MountSim.Model.Kernels;

namespace MountSim.Model.Traces;

/// <summary>Compares the rows of parameter tables with what a model's scripts cost.</summary>
internal sealed class RunTable(KernelModel model, LeftOut rules, IReadOnlyList<string> operations, double residue)
{
    private readonly List<HoldComparison> holds = [];

    public int Counts { get; private set; }

    public int CountsExact { get; private set; }

    /// <summary>Holds of all runs, where the acquisitions agree.</summary>
    public IReadOnlyList<HoldComparison> Holds => holds;

    public TraceDifference? FirstCount { get; private set; }

    /// <summary>Compares all locks of a run.</summary>
    public void Add(TracedRun run)
    {
        var values = TraceMapping.Values(run);
        var costs = operations.Select(name => ScriptCost.Evaluate(model, name, values)).ToList();
        var tolerance = new HoldTolerance(model, run, rules, costs, residue);
        var place = run.Uses.Values.FirstOrDefault()?.Place ?? run.Release;
        var seen = new HashSet<(string, LockMode)>();
        foreach (var group in run.Uses.GroupBy(use => (Role: rules.Role(use.Key.Lock), Mode: TraceFunctions.Taking(use.Key.Function) ? TraceFunctions.Mode(use.Key.Function) : null)))
        {
            if (group.Key.Role is not { } role)
                continue;
            LockMode[] modes = group.Key.Mode is { } mode ? [mode] : Enum.GetValues<LockMode>();
            seen.UnionWith(modes.Select(each => (role, each)));
            var use = group.Key.Mode is { } known ? $"{role} ({known.ToString().ToLowerInvariant()})" : role;
            var scripted = Sum(costs, role, modes);
            var held = group.Sum(item => item.Value.HeldInstructions);
            var at = group.First().Value.Place;
            if (Count(run, use, at, group.Sum(item => item.Value.Acquisitions), scripted.Acquisitions) && held > 0)
                holds.Add(new HoldComparison(run, use, at, held, scripted.HeldInstructions, tolerance.Judge(role, modes, scripted, held)));
        }

        foreach (var (id, mode) in costs.SelectMany(cost => cost.Locks.Keys).Distinct().Where(key => rules.Compares(key.Lock) && !seen.Contains(key)))
            Count(run, $"{id} ({mode.ToString().ToLowerInvariant()})", place, 0, Sum(costs, id, [mode]).Acquisitions);
        var waits = run.Uses.Where(use => TraceFunctions.WaitsForGracePeriod(use.Key.Function)).Select(use => use.Value).ToList();
        var waited = costs.Sum(cost => cost.GracePeriods);
        if (waits.Count > 0 || waited > 0)
            Count(run, "grace periods", waits.Count > 0 ? waits[0].Place : place, waits.Sum(use => use.Acquisitions), waited);
    }

    private static LockUse Sum(List<ScriptCost> costs, string role, LockMode[] modes) => new(
        costs.Sum(cost => modes.Sum(mode => cost.Use(role, mode).Acquisitions)),
        costs.Sum(cost => modes.Sum(mode => cost.Use(role, mode).HeldInstructions)));

    private bool Count(TracedRun run, string what, string place, double traced, double scripted)
    {
        Counts++;
        if (traced == scripted)
        {
            CountsExact++;
            return true;
        }

        var text = what == "grace periods" ? "are waited for" : "is taken";
        FirstCount ??= new TraceDifference(place, "", string.Create(CultureInfo.InvariantCulture, $"{run}: {what} {text} {traced:0.###} times, in the model {scripted:0.###}"));
        return false;
    }
}
