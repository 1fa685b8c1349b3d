namespace MountSim.Experiments.Tests;

public class SpreadTests
{
    [Fact]
    public void The_interval_of_three_values_is_students_with_two_degrees_of_freedom()
    {
        var spread = Spread.Of([9, 10, 11]);
        // t(0.975, 2) = 4.30265; standard error 1 / sqrt(3).
        Assert.Equal(10, spread.Mean);
        Assert.Equal(10 - (4.30265 / Math.Sqrt(3)), spread.Low, 4);
        Assert.Equal(10 + (4.30265 / Math.Sqrt(3)), spread.High, 4);
        Assert.Equal(0.430265 / Math.Sqrt(3), spread.RelativeHalfWidth, 5);
    }

    [Fact]
    public void The_interval_of_ten_values_is_the_textbooks()
    {
        // NIST/SEMATECH style check: mean 5.5, standard deviation 3.02765, t(0.975, 9) = 2.26216.
        var spread = Spread.Of([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
        Assert.Equal(2.26216 * 3.02765 / Math.Sqrt(10), spread.High - spread.Mean, 4);
    }

    [Fact]
    public void One_value_says_nothing_of_its_spread()
    {
        var spread = Spread.Of([7]);
        Assert.Equal((7, 7, 7), (spread.Mean, spread.Low, spread.High));
        Assert.Equal(double.PositiveInfinity, spread.RelativeHalfWidth);
    }

    [Fact]
    public void A_time_is_not_below_nothing() => Assert.Equal(0, Spread.Of([0, 0, 10]).Low);
}
