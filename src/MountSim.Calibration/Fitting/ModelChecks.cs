using MountSim.Calibration.Probes;
using MountSim.Calibration.Profiles;

namespace MountSim.Calibration.Fitting;

/// <summary>Puts the fitted classes together again and compares with what was measured: how far the kernel model is wrong on this host.</summary>
internal static class ModelChecks
{
    internal static IReadOnlyList<ModelCheck> All(ClassFit fit, IReadOnlyList<MeasuredCost> costs, IReadOnlyList<ClassCost> classes) =>
    [
        .. from pair in CostOperation.Awake
           from cost in costs
           where cost.Name == pair.Cost && (pair.Parameter is not null || cost.Value == 0)
           select new ModelCheck(
               new CostDefinition(cost.Name, cost.Parameter, cost.Value).Key,
               cost.Expected.Value,
               Math.Round(fit.Explained(pair.Operation, classes, pair.Parameter, cost.Value), 1)),
    ];
}
