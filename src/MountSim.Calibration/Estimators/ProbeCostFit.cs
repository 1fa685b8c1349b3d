using MountSim.Calibration.Holds;
using MountSim.Model.Costs;

namespace MountSim.Calibration.Estimators;

/// <summary>
/// What one kprobe costs, from operations run without and with them: added time over probes that fired, the median over operations. Not a fitted
/// line: the longest operations, whose memory is fresh or not by what ran before, would pull it.
/// </summary>
public static class ProbeCostFit
{
    /// <summary>Nanoseconds a probe, with a 95 % interval from resampled points.</summary>
    /// <param name="points">Per block: time without probes, time with them, probes that fired. Blocks in which none fired say nothing.</param>
    /// <param name="random">Source of the resampling.</param>
    public static Interval Fit(IReadOnlyList<(double Untraced, double Traced, double Probes)> points, Random random)
    {
        List<double[]> ratios = [.. points.Where(p => p.Probes > 0).Select(p => new[] { (p.Traced - p.Untraced) / p.Probes })];
        return ratios.Count == 0 ? default : BlockBootstrap.Median(ratios, random);
    }

    /// <summary>The point of a block: medians.</summary>
    internal static (double Untraced, double Traced, double Probes) Point(HoldBlock block) => (
        Quantiles.Median([.. block.UntracedNs]), Quantiles.Median([.. block.TracedNs]), Quantiles.Median([.. block.Probes.Select(p => (double)p)]));
}
