namespace MountSim.Calibration.Estimators;

/// <summary>Decides when there are enough blocks, cheaply enough to ask after every round.</summary>
public static class Convergence
{
    private const double Normal95 = 1.96;

    /// <summary>
    /// Half width of the 95 % interval of the median of <paramref name="blockMedians"/>, by order statistics (binomial, normal
    /// approximation), over that median; infinite below six blocks.
    /// </summary>
    public static double RelativeError(IReadOnlyList<double> blockMedians)
    {
        var n = blockMedians.Count;
        if (n < 6)
            return double.PositiveInfinity;
        var sorted = blockMedians.Order().ToArray();
        var half = Normal95 * Math.Sqrt(n) / 2;
        var low = sorted[Math.Max(0, (int)Math.Floor((n / 2.0) - half))];
        var high = sorted[Math.Min(n - 1, (int)Math.Ceiling((n / 2.0) + half))];
        var median = Math.Abs(Quantiles.Median(sorted));
        return median > 0 ? (high - low) / 2 / median : 0;
    }
}
