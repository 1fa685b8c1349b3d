using MountSim.Model.Kernels;
using MountSim.Model.Traces;

namespace MountSim.Model.Tests.Kernels;

/// <summary>A run of the lab beside what the kernel's laws say.</summary>
/// <param name="Run">The run.</param>
/// <param name="Costs">The cost of each of its operations.</param>
/// <param name="Holds">The same with what a probe leaves at every lock (5.10).</param>
public sealed record LabComparison(LabRun Run, IReadOnlyList<ScriptCost> Costs, IReadOnlyList<ScriptCost> Holds)
{
    /// <summary>Instructions of one allocation under pcpu_alloc_mutex above which it took fresh memory and scanned its chunk (a hole: 700 to 1,300).</summary>
    private const double HoleAllocation = 1500;

    /// <summary>All runs of a kernel that are operations of its model.</summary>
    public static IReadOnlyList<LabComparison> Of(string kernel)
    {
        var model = KernelCatalog.Load("linux-" + kernel);
        return [.. LabData.Runs.Where(run => run.Kernel == kernel && TraceMapping.IsOperationOf(model, run.Traced)).Select(run => Of(model, run))];
    }

    public double Total => Costs.Sum(cost => cost.Instructions) + LabInstrument.Beside(Run);

    public double NamespaceSemHeld => Holds.Sum(cost => cost.Use("namespace_sem", LockMode.Write).HeldInstructions + cost.Use("namespace_sem", LockMode.Read).HeldInstructions);

    /// <summary>Relative error of the total.</summary>
    public double? TotalError => (Total / Run.Total) - 1;

    /// <summary>Relative error of namespace_sem's held instructions; null where the lab held it not at all.</summary>
    public double? HeldError => Run.NamespaceSemHeld > 0 ? (NamespaceSemHeld / Run.NamespaceSemHeld) - 1 : null;

    /// <summary>Relative error of the instructions with mount_lock's sequence odd; null where it never was.</summary>
    public double? OddError => Run.Locks.TryGetValue(("mount_lock", "write_seqlock"), out var use)
        ? (Use("mount_lock", LockMode.Write).HeldInstructions / use.HeldInstructions) - 1
        : null;

    /// <summary>True when this run took fresh per-CPU memory; whether it does depends on what ran before.</summary>
    public bool Fresh =>
        Run.Locks.TryGetValue(("pcpu_alloc_mutex", "mutex_lock_killable"), out var use) && use.HeldInstructions > (HoleAllocation + LabInstrument.InAllocation(Run.Kernel)) * use.Acquisitions;

    public LockUse Use(string id, LockMode mode) => new(
        Costs.Sum(cost => cost.Use(id, mode).Acquisitions),
        Costs.Sum(cost => cost.Use(id, mode).HeldInstructions));

    private static LabComparison Of(KernelModel model, LabRun run)
    {
        return new LabComparison(run, On(probed: false), On(probed: true));

        ScriptCost[] On(bool probed)
        {
            var seen = LabInstrument.On(model, run, probed);
            return [.. TraceMapping.Operations(model, run.Traced).Select(name => ScriptCost.Evaluate(seen, name, TraceMapping.Values(run.Traced)))];
        }
    }
}
