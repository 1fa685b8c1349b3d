using MountSim.Model.Costs;

namespace MountSim.Calibration.Fitting;

/// <summary>What two profiles of one host differ by, however tight each one's own interval is.</summary>
internal static class BetweenRuns
{
    // Runs of one host under different load moved classes by 8 %: no interval claims less, whatever the clock says.
    private const double Least = 0.10;

    /// <summary>An interval no narrower than that.</summary>
    internal static Interval AtLeast(Interval i) => new(i.Value, Math.Min(i.Low, i.Value * (1 - Least)), Math.Max(i.High, i.Value * (1 + Least)));
}
