using MathNet.Numerics.Statistics;

namespace MountSim.Calibration.Estimators;

/// <summary>Robust statistics of a sample.</summary>
public static class Quantiles
{
    /// <summary>Scales a MAD to the standard deviation of a normal sample.</summary>
    public const double MadToSigma = 1.4826;

    /// <summary>The median.</summary>
    public static double Median(double[] values) => values.Length == 0 ? double.NaN : ArrayStatistics.MedianInplace((double[])values.Clone());

    /// <summary>Median absolute deviation from the median.</summary>
    public static double Mad(double[] values)
    {
        var median = Median(values);
        return Median([.. values.Select(v => Math.Abs(v - median))]);
    }

    /// <summary>The quantile at <paramref name="share"/> (0 to 1), interpolated as R's type 8.</summary>
    public static double At(double[] values, double share) =>
        values.Length == 0 ? double.NaN : ArrayStatistics.QuantileInplace((double[])values.Clone(), share);
}
