using MountSim.Experiments.Planning;

namespace MountSim.Experiments.Tests.Planning;

public class DifferenceTests
{
    [Fact]
    public void Pairs_that_shrink_by_half_are_half_without_a_doubt()
    {
        var difference = Difference.Of([10, 20, 40], [5, 10, 20]);
        Assert.Equal((0.5, 0.5, 0.5), (difference.Ratio, difference.RatioLow, difference.RatioHigh));
        Assert.True(difference.IsFaster);
        Assert.Equal(-35.0 / 3, difference.Ms, 9);
    }

    [Fact]
    public void The_interval_is_students_over_the_pairs_differences()
    {
        // Differences 1, 2, 3: mean 2, standard error 1 / sqrt(3), t(0.975, 2) = 4.30265.
        var difference = Difference.Of([10, 10, 10], [11, 12, 13]);
        Assert.Equal(2, difference.Ms, 9);
        Assert.Equal(2 - (4.30265 / Math.Sqrt(3)), difference.LowMs, 4);
        Assert.Equal(2 + (4.30265 / Math.Sqrt(3)), difference.HighMs, 4);
        Assert.False(difference.IsFaster || difference.RatioLow > difference.Ratio);
    }

    [Fact]
    public void Pairs_that_disagree_show_no_difference()
    {
        var difference = Difference.Of([10, 10, 10, 10], [9, 11, 9.5, 10.5]);
        Assert.False(difference.IsFaster || difference.IsSlower);
    }

    [Fact]
    public void One_pair_says_nothing_of_its_spread()
    {
        var difference = Difference.Of([10], [5]);
        Assert.False(difference.IsFaster);
        Assert.Equal(0.5, difference.Ratio, 12);
    }

    [Fact]
    public void What_is_no_pair_is_refused() => Assert.Throws<ArgumentException>(() => Difference.Of([1, 2], [1]));
}
