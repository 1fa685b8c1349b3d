using MathNet.Numerics.LinearRegression;
using MountSim.Calibration.Holds;
using MountSim.Model.Costs;

namespace MountSim.Calibration.Estimators;

/// <summary>
/// What one kprobe costs, from operations run without and with them: the line through the origin of added time over probes that fired. Each
/// point weighs by its relative error, for operations differ by a factor of a thousand.
/// </summary>
public static class ProbeCostFit
{
    /// <summary>Nanoseconds a probe, with a 95 % interval from resampled points.</summary>
    /// <param name="points">Per block: time without probes, time with them, probes that fired. Blocks in which none fired say nothing.</param>
    /// <param name="random">Source of the resampling.</param>
    public static Interval Fit(IReadOnlyList<(double Untraced, double Traced, double Probes)> points, Random random)
    {
        var usable = points.Where(p => p.Probes > 0).ToList();
        if (usable.Count == 0)
            return default;
        var replicates = new double[BlockBootstrap.Replicates];
        for (var r = 0; r < replicates.Length; r++)
            replicates[r] = Slope([.. Enumerable.Range(0, usable.Count).Select(_ => usable[random.Next(usable.Count)])]);
        return BlockBootstrap.Summary(Slope(usable), replicates);
    }

    /// <summary>The point of a block: medians.</summary>
    internal static (double Untraced, double Traced, double Probes) Point(HoldBlock block) => (
        Quantiles.Median([.. block.UntracedNs]), Quantiles.Median([.. block.TracedNs]), Quantiles.Median([.. block.Probes.Select(p => (double)p)]));

    private static double Slope(IReadOnlyList<(double Untraced, double Traced, double Probes)> points) => WeightedRegression.Weighted(
        points.Select(p => new[] { p.Probes }).ToArray(),
        [.. points.Select(p => p.Traced - p.Untraced)],
        [.. points.Select(p => 1 / Math.Pow(Math.Max(p.Traced, 1), 2))])[0];
}
