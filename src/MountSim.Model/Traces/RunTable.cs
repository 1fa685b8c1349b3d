using System.Globalization;
using MountSim.Model.Kernels;

namespace MountSim.Model.Traces;

/// <summary>Compares the rows of parameter tables with what a model's scripts cost.</summary>
internal sealed class RunTable(KernelModel model, LeftOut rules, IReadOnlyList<string> operations)
{
    private readonly List<double> holdErrors = [];

    public int Counts { get; private set; }

    public int CountsExact { get; private set; }

    public IReadOnlyList<double> HoldErrors => holdErrors;

    /// <summary>Holds within the tolerance, or off by no more than the tracing itself.</summary>
    public int HoldsWithinProbes { get; private set; }

    public TraceDifference? FirstCount { get; private set; }

    public TraceDifference? FirstHold { get; private set; }

    /// <summary>Compares all locks of a run.</summary>
    public void Add(TracedRun run)
    {
        var values = TraceMapping.Values(run);
        var costs = operations.Select(name => ScriptCost.Evaluate(model, name, values)).ToList();
        var place = run.Uses.Values.FirstOrDefault()?.Place ?? run.Release;
        var seen = new HashSet<(string, LockMode)>();
        foreach (var group in run.Uses.GroupBy(use => (Role: rules.Role(use.Key.Lock), Mode: TraceFunctions.Taking(use.Key.Function) ? TraceFunctions.Mode(use.Key.Function) : null)))
        {
            if (group.Key.Role is not { } role)
                continue;
            var modes = group.Key.Mode is { } mode ? [mode] : Enum.GetValues<LockMode>();
            seen.UnionWith(modes.Select(each => (role, each)));
            Compare(run, group.Key.Mode is { } known ? $"{role} ({known.ToString().ToLowerInvariant()})" : role, [.. group.Select(use => use.Value)], Sum(costs, role, modes));
        }

        foreach (var (id, mode) in costs.SelectMany(cost => cost.Locks.Keys).Distinct().Where(key => rules.Compares(key.Lock) && !seen.Contains(key)))
            Count(run, $"{id} ({mode.ToString().ToLowerInvariant()})", place, 0, Sum(costs, id, [mode]).Acquisitions);
        var waits = run.Uses.Where(use => TraceFunctions.WaitsForGracePeriod(use.Key.Function)).Select(use => use.Value).ToList();
        var scripted = costs.Sum(cost => cost.GracePeriods);
        if (waits.Count > 0 || scripted > 0)
            Count(run, "grace periods", waits.Count > 0 ? waits[0].Place : place, waits.Sum(use => use.Acquisitions), scripted);
    }

    private static LockUse Sum(List<ScriptCost> costs, string role, LockMode[] modes) => new(
        costs.Sum(cost => modes.Sum(mode => cost.Use(role, mode).Acquisitions)),
        costs.Sum(cost => modes.Sum(mode => cost.Use(role, mode).HeldInstructions)));

    private void Compare(TracedRun run, string what, IReadOnlyList<TracedUse> traced, LockUse scripted)
    {
        var held = traced.Sum(use => use.HeldInstructions);
        if (!Count(run, what, traced[0].Place, traced.Sum(use => use.Acquisitions), scripted.Acquisitions) || held <= 0)
            return;
        var error = (scripted.HeldInstructions / held) - 1;
        holdErrors.Add(error);
        if (Math.Abs(error) <= TraceComparer.Tolerance || Math.Abs(scripted.HeldInstructions - held) <= TraceComparer.ProbeInstructions * scripted.Acquisitions)
            HoldsWithinProbes++;
        if (Math.Abs(error) > TraceComparer.Tolerance)
            FirstHold ??= new TraceDifference(
                traced[0].Place, "", string.Create(CultureInfo.InvariantCulture, $"{run}: {what} is held {held:F0} instructions, in the model {scripted.HeldInstructions:F0} ({100 * error:+0;-0} %)"));
    }

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
