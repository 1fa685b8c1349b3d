using MountSim.Experiments.Validation;
using MountSim.Model.Costs;

namespace MountSim.Experiments.Theory;

/// <summary>A quantity without chance: times are whole picoseconds and must be equal; ratios of them may differ by the rounding of a division.</summary>
internal static class ExactRow
{
    private const double Rounding = 1e-12;

    public static ValidationRow Of(string quantity, string unit, double simulated, double exact) =>
        ValidationRow.HoldsExact(quantity, unit, new Interval(simulated, simulated * (1 - Rounding), simulated * (1 + Rounding)), exact);
}
