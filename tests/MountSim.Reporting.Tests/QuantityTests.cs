namespace MountSim.Reporting.Tests;

public class QuantityTests
{
    [Theory]
    [InlineData(0, "0 ms")]
    [InlineData(0.0000123, "12.3 ns")]
    [InlineData(0.00123, "1.23 us")]
    [InlineData(0.9999, "1.00 ms")]
    [InlineData(12.345, "12.3 ms")]
    [InlineData(999.6, "1.00 s")]
    [InlineData(61_000, "61.0 s")]
    [InlineData(12_345_678, "12,346 s")]
    [InlineData(double.NaN, "- ms")]
    public void A_duration_has_three_digits_and_a_unit_that_keeps_it_short(double ms, string expected) => Assert.Equal(expected, Quantity.Ms(ms));

    [Theory]
    [InlineData(7, "7")]
    [InlineData(20_200, "20,200")]
    [InlineData(345.5, "346")]
    [InlineData(0.25, "0.250")]
    public void A_count_is_whole_where_it_is_whole(double count, string expected) => Assert.Equal(expected, Quantity.Count(count));

    [Theory]
    [InlineData(99_000, "99,000")]
    [InlineData(1_500_000, "1.50M")]
    [InlineData(150_000, "150k")]
    public void A_large_count_can_be_short(double count, string expected) => Assert.Equal(expected, Quantity.ShortCount(count));

    [Theory]
    [InlineData(0.947, "94.7 %")]
    [InlineData(1, "100 %")]
    [InlineData(0.9996, "100 %")]
    [InlineData(0.00001, "<0.1 %")]
    [InlineData(0, "0 %")]
    public void A_share_is_a_percentage(double share, string expected) => Assert.Equal(expected, Quantity.Percent(share));
}
