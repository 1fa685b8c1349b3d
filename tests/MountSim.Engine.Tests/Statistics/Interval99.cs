using MathNet.Numerics.Distributions;

namespace MountSim.Engine.Tests.Statistics;

/// <summary>The 99 % confidence interval of a mean by batch means and Student's t.</summary>
public static class Interval99
{
    public static double HalfWidth(BatchMeans means) => means.StandardError * StudentT.InvCDF(0, 1, means.Batches - 1, 0.995);

    /// <summary>True when the interval has the value in it; a mean without spread has it to one part in a million (times are whole picoseconds).</summary>
    public static bool Contains(BatchMeans means, double value) =>
        Math.Abs(means.Mean - value) <= Math.Max(HalfWidth(means), 1e-6 * Math.Abs(value));
}
