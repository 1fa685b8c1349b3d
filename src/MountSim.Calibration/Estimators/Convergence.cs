using MathNet.Numerics.Statistics;

namespace MountSim.Calibration.Estimators;

/// <summary>Decides when there are enough blocks, cheaply enough to ask after every round.</summary>
public static class Convergence
{
    private const double Normal95 = 1.96;

    /// <summary>Half width of the 95 % interval of the mean of <paramref name="blockMedians"/> (normal approximation), over that mean; infinite below six blocks.</summary>
    public static double RelativeError(IReadOnlyList<double> blockMedians)
    {
        var n = blockMedians.Count;
        if (n < 6)
            return double.PositiveInfinity;
        var (mean, deviation) = blockMedians.MeanStandardDeviation();
        return mean == 0 ? 0 : Normal95 * deviation / Math.Sqrt(n) / Math.Abs(mean);
    }
}
