using MountSim.Calibration.Estimators;

namespace MountSim.Calibration.Tests;

public class QuantilesTests
{
    [Fact]
    public void Median_of_an_even_count_is_the_middle_of_the_two() => Assert.Equal(2.5, Quantiles.Median([4, 1, 3, 2]));

    [Fact]
    public void Median_leaves_the_caller_s_order_alone()
    {
        double[] values = [3, 1, 2];
        Quantiles.Median(values);
        Assert.Equal([3, 1, 2], values);
    }

    [Fact]
    public void Mad_ignores_one_wild_value() => Assert.Equal(1, Quantiles.Mad([1, 2, 3, 4, 1e9]));

    [Fact]
    public void Quantiles_of_1_to_101_are_their_rank()
    {
        double[] values = [.. Enumerable.Range(1, 101).Select(i => (double)i)];
        Assert.Equal(51, Quantiles.At(values, 0.5), 6);
        Assert.InRange(Quantiles.At(values, 0.95), 95, 97);
        Assert.InRange(Quantiles.At(values, 0.05), 5, 7);
    }
}
