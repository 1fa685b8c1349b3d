using MountSim.Calibration.Estimators;

namespace MountSim.Calibration.Tests;

public class WarmUpTests
{
    [Fact]
    public void Slow_first_samples_are_cold() => Assert.Equal(2, WarmUp.Count([90, 40, 10, 11, 10, 11, 10, 11]));

    [Fact]
    public void A_level_block_has_none() => Assert.Equal(0, WarmUp.Count([10, 10, 10, 10, 10, 10]));

    [Fact]
    public void A_slow_sample_in_the_middle_is_an_outlier_not_a_cold_one() => Assert.Equal(0, WarmUp.Count([10, 11, 90, 10, 11, 10, 11, 10]));

    [Fact]
    public void Never_more_than_half_of_a_block() => Assert.Equal(3, WarmUp.Count([9, 8, 7, 1, 1, 1]));
}
