using MountSim.Calibration.Estimators;

namespace MountSim.Calibration.Tests;

public class BlockBootstrapTests
{
    [Fact]
    public void Equal_seeds_give_equal_intervals()
    {
        var blocks = Synthetic.Blocks(new Random(7), 100, 20, 10, 0.02, 0.02);
        Assert.Equal(BlockBootstrap.Median(blocks, new Random(1)), BlockBootstrap.Median(blocks, new Random(1)));
    }

    [Fact]
    public void The_interval_covers_the_true_median_about_as_often_as_it_says_although_blocks_differ()
    {
        const int Trials = 300;
        var covered = 0;
        for (var seed = 0; seed < Trials; seed++)
        {
            var blocks = Synthetic.Blocks(new Random(seed), 100, 30, 10, 0.03, 0.01);
            var interval = BlockBootstrap.Median(blocks, new Random(seed));
            if (interval.Low <= 100 && 100 <= interval.High)
                covered++;
        }

        Assert.InRange(covered / (double)Trials, 0.88, 1.0);
    }

    [Fact]
    public void Few_blocks_give_a_wider_interval_than_many()
    {
        var few = BlockBootstrap.Median(Synthetic.Blocks(new Random(3), 100, 8, 10, 0.03, 0.01), new Random(1));
        var many = BlockBootstrap.Median(Synthetic.Blocks(new Random(3), 100, 200, 10, 0.03, 0.01), new Random(1));
        Assert.True(few.High - few.Low > many.High - many.Low);
    }

    [Fact]
    public void The_mean_counts_both_speeds_of_a_machine_and_no_interrupts()
    {
        // 65 rounds at one speed, 35 at another that is two and a half times slower; every tenth sample is interrupted.
        double[] Round(double ns) => [.. Enumerable.Range(0, 10).Select(i => i == 3 ? 100 * ns : ns)];
        double[][] blocks = [.. Enumerable.Range(0, 100).Select(i => Round(i < 65 ? 100 : 250))];
        Assert.Equal((0.65 * 100) + (0.35 * 250), BlockBootstrap.Mean(blocks, new Random(1)).Value, 1e-9);
        Assert.Equal(100, BlockBootstrap.Median(blocks, new Random(1)).Value, 1e-9);
    }

    [Fact]
    public void The_means_interval_covers_although_a_speed_lasts_for_many_blocks()
    {
        const int Trials = 300, Blocks = 256, Lasts = 4;
        var covered = 0;
        for (var seed = 0; seed < Trials; seed++)
        {
            var random = new Random(seed);
            var speed = 100.0;
            var blocks = Enumerable.Range(0, Blocks).Select(i =>
            {
                if (random.Next(Lasts) == 0) speed = random.Next(2) == 0 ? 100 : 200;
                return new[] { speed };
            }).ToArray();
            var interval = BlockBootstrap.Mean(blocks, new Random(seed));
            if (interval.Low <= 150 && 150 <= interval.High)
                covered++;
        }

        // Single blocks resampled would cover in fewer than half of the trials.
        Assert.InRange(covered / (double)Trials, 0.85, 1.0);
    }

    [Fact]
    public void Convergence_is_not_claimed_on_fewer_than_six_blocks()
    {
        Assert.Equal(double.PositiveInfinity, Convergence.RelativeError([1, 1, 1, 1, 1]));
        Assert.Equal(0, Convergence.RelativeError([2, 2, 2, 2, 2, 2]));
    }
}
