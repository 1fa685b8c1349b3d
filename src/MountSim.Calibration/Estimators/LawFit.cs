using MathNet.Numerics.LinearRegression;
using MountSim.Calibration.Profiles;
using MountSim.Model.Costs;

namespace MountSim.Calibration.Estimators;

/// <summary>Fits <c>time = a + b n</c> through the means of a cost (<see cref="BlockBootstrap.Mean"/>) at several sizes; each point weighs by its relative error.</summary>
public static class LawFit
{
    /// <summary>The line, with intervals from resampled blocks.</summary>
    /// <param name="name">The cost.</param>
    /// <param name="parameter">What it depends on.</param>
    /// <param name="points">Per size: the parameter's value and the blocks of samples, ns. At least two sizes.</param>
    /// <param name="random">Source of the resampling.</param>
    public static MeasuredLaw Fit(string name, string parameter, IReadOnlyList<(double X, IReadOnlyList<double[]> Blocks)> points, Random random)
    {
        var x = points.Select(p => p.X).ToArray();
        var means = points.Select(p => BlockBootstrap.Mean(p.Blocks, random).Value).ToArray();
        var weights = means.Select(m => 1 / Math.Max(m * m, 1e-9)).ToArray();
        var (intercept, slope) = Line(x, means, weights);
        var replicates = points.Select(p => BlockBootstrap.Means(p.Blocks, random)).ToArray();
        var intercepts = new double[BlockBootstrap.Replicates];
        var slopes = new double[BlockBootstrap.Replicates];
        for (var r = 0; r < slopes.Length; r++)
            (intercepts[r], slopes[r]) = Line(x, [.. replicates.Select(m => m[r])], weights);
        var worst = x.Select((n, i) => Math.Abs(intercept + (slope * n) - means[i]) / Math.Max(Math.Abs(means[i]), 1e-9)).Max();
        return new MeasuredLaw(
            name, parameter, Rounded(BlockBootstrap.Summary(intercept, intercepts)), Rounded(BlockBootstrap.Summary(slope, slopes)), Math.Round(worst, 4));
    }

    private static Interval Rounded(Interval i) => new(Math.Round(i.Value, 3), Math.Round(i.Low, 3), Math.Round(i.High, 3));

    private static (double Intercept, double Slope) Line(double[] x, double[] y, double[] weights)
    {
        var rows = x.Select(n => new[] { 1.0, n }).ToArray();
        var solution = WeightedRegression.Weighted(rows, y, weights);
        return (solution[0], solution[1]);
    }
}
