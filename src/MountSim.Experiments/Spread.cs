using MathNet.Numerics.Distributions;

namespace MountSim.Experiments;

/// <summary>Mean over replications with its 95 % interval by Student's t.</summary>
/// <param name="Mean">The mean.</param>
/// <param name="Low">Lower bound; the mean itself with one replication.</param>
/// <param name="High">Upper bound.</param>
public readonly record struct Spread(double Mean, double Low, double High)
{
    private const double Confidence = 0.95;

    /// <summary>Half the interval over the mean; infinite with fewer than two values, which say nothing of their spread.</summary>
    public double RelativeHalfWidth { get; private init; }

    /// <summary>The spread of independent values, at least one.</summary>
    public static Spread Of(IReadOnlyList<double> values)
    {
        var mean = values.Average();
        if (values.Count < 2) return new Spread(mean, mean, mean) { RelativeHalfWidth = double.PositiveInfinity };
        var variance = values.Sum(value => (value - mean) * (value - mean)) / (values.Count - 1);
        var t = StudentT.InvCDF(0, 1, values.Count - 1, (1 + Confidence) / 2);
        var half = t * Math.Sqrt(variance / values.Count);
        return new Spread(mean, Math.Max(0, mean - half), mean + half) { RelativeHalfWidth = mean > 0 ? half / mean : 0 };
    }
}
