using MountSim.Model.Kernels;

namespace MountSim.Model.Traces;

/// <summary>
/// The one place that says how far a traced hold may lie from the model's: a share of the trace, and what is in a trace but is no kernel's law.
/// <see cref="Rules"/> has it in words.
/// </summary>
public sealed class HoldTolerance
{
    /// <summary>A hold may be off by this part of the trace's.</summary>
    public const double Share = 0.25;

    /// <summary>
    /// Instructions an acquisition that the probes may leave in, as the traces' description says. The same hold of the mount-ID lock is 92 and 190 in
    /// two of their runs.
    /// </summary>
    public const double ProbeInstructions = 200;

    private const string Allocator = "pcpu_alloc_mutex";
    private const string FromHole = "part.percpu_alloc", FromFresh = "part.percpu_alloc_fresh";

    private readonly IReadOnlyList<ScriptCost> costs;
    private readonly (double Hole, double Fresh)? allocation;
    private readonly double allocatorExcess;
    private readonly double residue;
    private readonly double objectEvents;

    /// <summary>The tolerance of one run.</summary>
    /// <param name="model">The model.</param>
    /// <param name="run">The run.</param>
    /// <param name="rules">Which locks are left out.</param>
    /// <param name="costs">What the model's operations cost with the run's values.</param>
    /// <param name="residue">Instructions that a probe leaves at each event of these traces.</param>
    internal HoldTolerance(KernelModel model, TracedRun run, LeftOut rules, IReadOnlyList<ScriptCost> costs, double residue)
    {
        this.costs = costs;
        this.residue = residue;
        var values = TraceMapping.Values(run);
        allocation = model.Operations.ContainsKey(FromHole) && model.Operations.ContainsKey(FromFresh) ? (HoldOf(FromHole), HoldOf(FromFresh)) : null;
        objectEvents = 2 * run.Uses.Where(use => rules.Role(use.Key.Lock) is null).Sum(use => use.Value.Acquisitions);
        var allocations = run.Uses.Where(use => rules.Role(use.Key.Lock) == Allocator).Select(use => use.Value).ToList();
        var scripted = costs.Sum(cost => cost.Use(Allocator, LockMode.Write).HeldInstructions);
        var taken = allocations.Sum(use => use.Acquisitions);
        allocatorExcess = taken > 0 ? (allocations.Sum(use => use.HeldInstructions) - scripted) / taken : 0;

        double HoldOf(string part) => ScriptCost.Evaluate(model, part, values).Use(Allocator, LockMode.Write).HeldInstructions;
    }

    /// <summary>What is tolerated, and why.</summary>
    public static IReadOnlyList<(string What, string Why)> Rules { get; } =
    [
        ("25 % of the trace, and 200 instructions an acquisition", "a law has few parameters; the probes leave up to 200 in, by the traces' own description"),
        ("longer by what the probes cost at each event inside the hold", "read off each kernel's trace: no two of its events lie closer; 209 instructions on 5.10, none on the others"),
        ("an allocation of per-CPU memory costs what the trace says, between a hole and fresh memory",
            "which of the two depends on what ran before, not on the operation; in the hold of another lock the trace's own figure stands for the law's"),
        ("longer while most runs with the same value on other CPU counts agree, or the only one of its series: counted as disturbed, no difference",
            "an interrupt, another task, a new slab page or a wait for another CPU lies within: noise that no law should chase"),
    ];

    /// <summary>Judges the holds of one lock.</summary>
    /// <param name="role">The lock.</param>
    /// <param name="modes">Its modes.</param>
    /// <param name="scripted">What the model does with it.</param>
    /// <param name="traced">Instructions held in the trace.</param>
    internal HoldVerdict Judge(string role, IReadOnlyList<LockMode> modes, LockUse scripted, double traced)
    {
        var (least, most) = Range(role, modes, scripted);
        var slack = (Share * traced) + (ProbeInstructions * scripted.Acquisitions);
        return traced > most + slack ? HoldVerdict.Longer : traced < least - slack ? HoldVerdict.Shorter : HoldVerdict.Within;
    }

    private (double Least, double Most) Range(string role, IReadOnlyList<LockMode> modes, LockUse scripted)
    {
        var events = Sum((cost, mode) => 2 * cost.AcquisitionsInside(role, mode)) + objectEvents;
        if (role == Allocator && allocation is var (hole, fresh))
            return (scripted.Acquisitions * hole, (scripted.Acquisitions * fresh) + (residue * events));
        var held = scripted.HeldInstructions + (allocatorExcess * Sum((cost, mode) => cost.AcquisitionsInside(role, mode, Allocator)));
        return (held, held + (residue * events));

        double Sum(Func<ScriptCost, LockMode, double> of) => costs.Sum(cost => modes.Sum(mode => of(cost, mode)));
    }
}
