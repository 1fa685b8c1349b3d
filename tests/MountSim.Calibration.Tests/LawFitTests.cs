using MountSim.Calibration.Estimators;

namespace MountSim.Calibration.Tests;

public class LawFitTests
{
    private static readonly double[] Sizes = [20, 100, 300];

    [Fact]
    public void A_law_without_noise_is_found_exactly()
    {
        var law = LawFit.Fit("copy", "mounts", [.. Sizes.Select(n => (n, Flat(1000 + (850 * n))))], new Random(1));
        Assert.Equal(1000, law.BaseNs.Value, 1);
        Assert.Equal(850, law.SlopeNs.Value, 3);
        Assert.Equal(0, law.WorstResidual, 3);
    }

    [Fact]
    public void The_slope_s_interval_covers_the_truth_about_as_often_as_it_says()
    {
        const int Trials = 200;
        var covered = 0;
        for (var seed = 0; seed < Trials; seed++)
        {
            var random = new Random(seed);
            var points = Sizes.Select(n => (n, Synthetic.Blocks(random, 4000 + (850 * n), 30, 10, 0.03, 0.02))).ToList();
            var slope = LawFit.Fit("copy", "mounts", points, new Random(seed)).SlopeNs;
            if (slope.Low <= 850 && 850 <= slope.High)
                covered++;
        }

        Assert.InRange(covered / (double)Trials, 0.88, 1.0);
    }

    [Fact]
    public void A_curve_shows_in_the_residual()
    {
        var law = LawFit.Fit("copy", "mounts", [.. Sizes.Select(n => (n, Flat(n * n)))], new Random(1));
        Assert.True(law.WorstResidual > 0.1);
    }

    private static IReadOnlyList<double[]> Flat(double level) => [.. Enumerable.Range(0, 5).Select(_ => new[] { level, level, level })];
}
