using MathNet.Numerics.Distributions;
using MountSim.Engine;
using MountSim.Model.Costs;

namespace MountSim.Experiments.Theory;

/// <summary>The 99 % confidence interval of a mean by batch means and Student's t.</summary>
internal static class Interval99
{
    private const double Confidence = 0.99;

    // Times are whole picoseconds: a mean without spread is known to no more than one part in a million.
    private const double Resolution = 1e-6;

    public static Interval Of(BatchMeans means)
    {
        var half = Math.Max(means.StandardError * StudentT.InvCDF(0, 1, means.Batches - 1, (1 + Confidence) / 2), Resolution * Math.Abs(means.Mean));
        return new Interval(means.Mean, means.Mean - half, means.Mean + half);
    }

    public static bool Contains(BatchMeans means, double value)
    {
        var interval = Of(means);
        return interval.Low <= value && value <= interval.High;
    }
}
