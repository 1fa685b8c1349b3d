using MathNet.Numerics.Distributions;

namespace MountSim.Experiments.Planning;

/// <summary>
/// What a change does to a time, from pairs of replications that share their random numbers: the mean difference, and the ratio as the geometric mean of the
/// pairs' ratios, each with its 95 % interval by Student's t.
/// </summary>
/// <param name="Ms">Mean of after - before, ms.</param>
/// <param name="LowMs">Lower bound, ms; the mean itself with one pair.</param>
/// <param name="HighMs">Upper bound, ms.</param>
/// <param name="Ratio">After over before: below 1 is faster.</param>
/// <param name="RatioLow">Lower bound.</param>
/// <param name="RatioHigh">Upper bound.</param>
/// <param name="Pairs">How many pairs; one says nothing of its spread.</param>
public readonly record struct Difference(double Ms, double LowMs, double HighMs, double Ratio, double RatioLow, double RatioHigh, int Pairs)
{
    private const double Confidence = 0.95;

    /// <summary>True when the interval says that it is faster.</summary>
    public bool IsFaster => Pairs > 1 && RatioHigh < 1;

    /// <summary>True when the interval says that it is slower.</summary>
    public bool IsSlower => Pairs > 1 && RatioLow > 1;

    /// <summary>The difference of paired values above 0.</summary>
    public static Difference Of(IReadOnlyList<double> before, IReadOnlyList<double> after)
    {
        if (before.Count != after.Count) throw new ArgumentException($"{before.Count} values before, {after.Count} after: they are no pairs", nameof(after));
        var (ms, msHalf) = MeanAndHalf([.. before.Zip(after, (b, a) => a - b)]);
        var (log, logHalf) = MeanAndHalf([.. before.Zip(after, (b, a) => Math.Log(a / b))]);
        return new Difference(ms, ms - msHalf, ms + msHalf, Math.Exp(log), Math.Exp(log - logHalf), Math.Exp(log + logHalf), before.Count);
    }

    private static (double Mean, double Half) MeanAndHalf(double[] values)
    {
        var mean = values.Average();
        if (values.Length < 2) return (mean, 0);
        var variance = values.Sum(value => (value - mean) * (value - mean)) / (values.Length - 1);
        return (mean, StudentT.InvCDF(0, 1, values.Length - 1, (1 + Confidence) / 2) * Math.Sqrt(variance / values.Length));
    }
}
