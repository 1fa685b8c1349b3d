using MountSim.Model.Kernels;

namespace MountSim.Model.Tests.Kernels;

/// <summary>A run of the lab beside what the kernel's laws say.</summary>
public sealed record LabComparison(LabRun Run, IReadOnlyList<ScriptCost> Costs)
{
    public static IReadOnlyList<LabComparison> Of(string kernel)
    {
        var model = KernelCatalog.Load("linux-" + kernel);
        return
        [
            .. LabData.Runs.Where(run => run.Kernel == kernel && LabMapping.Operations(run).Count > 0).Select(run => new LabComparison(
                run,
                [.. LabMapping.Operations(run).Select(name => ScriptCost.Evaluate(model, name, LabMapping.Values(run)))])),
        ];
    }

    public double Total => Costs.Sum(cost => cost.Instructions);

    public double NamespaceSemHeld => Use("namespace_sem", LockMode.Write).HeldInstructions + Use("namespace_sem", LockMode.Read).HeldInstructions;

    /// <summary>Relative error of the total.</summary>
    public double TotalError => (Total / Run.Total) - 1;

    /// <summary>Relative error of namespace_sem's held instructions; null where the lab held it not at all.</summary>
    public double? HeldError => Run.NamespaceSemHeld > 0 ? (NamespaceSemHeld / Run.NamespaceSemHeld) - 1 : null;

    public LockUse Use(string id, LockMode mode) => new(
        Costs.Sum(cost => cost.Use(id, mode).Acquisitions),
        Costs.Sum(cost => cost.Use(id, mode).HeldInstructions));
}
