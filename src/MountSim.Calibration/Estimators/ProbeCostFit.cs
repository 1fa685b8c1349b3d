using MountSim.Calibration.Holds;
using MountSim.Model.Costs;

namespace MountSim.Calibration.Estimators;

/// <summary>
/// What one kprobe costs, from operations run without and with them: added time over probes that fired, the median over operations. Not a fitted
/// line: the longest operations, whose memory is fresh or not by what ran before, would pull it.
/// </summary>
public static class ProbeCostFit
{
    private const double Tail = 0.025;

    /// <summary>
    /// Nanoseconds a probe: the median, and between which bounds the middle 95 % of the points lie. Not the median's own interval, for the bounds
    /// are for one operation's probes, and functions differ in what theirs cost.
    /// </summary>
    /// <param name="points">Per block: time without probes, time with them, probes that fired. Blocks in which none fired say nothing.</param>
    public static Interval Fit(IReadOnlyList<(double Untraced, double Traced, double Probes)> points)
    {
        double[] ratios = [.. points.Where(p => p.Probes > 0).Select(p => (p.Traced - p.Untraced) / p.Probes)];
        return ratios.Length == 0 ? default : new Interval(Quantiles.Median(ratios), Quantiles.At(ratios, Tail), Quantiles.At(ratios, 1 - Tail));
    }

    /// <summary>The point of a block: medians.</summary>
    internal static (double Untraced, double Traced, double Probes) Point(HoldBlock block) => (
        Quantiles.Median([.. block.UntracedNs]), Quantiles.Median([.. block.TracedNs]), Quantiles.Median([.. block.Probes.Select(p => (double)p)]));
}
