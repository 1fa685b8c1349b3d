using CsCheck;
using MountSim.Experiments.Planning;

namespace MountSim.Experiments.Tests.Planning;

public class CapacitySearchTests
{
    [Fact]
    public void It_finds_every_threshold_exactly_where_nothing_is_left_out() => Gen.Int[1, 5000].Select(Gen.Int[0, 6000]).Sample((to, threshold) =>
    {
        var asked = 0;
        var (largest, next) = new CapacitySearch(1, to, 0, Math.Round).Run(value =>
        {
            asked++;
            return value <= threshold;
        });
        Assert.Equal(threshold < 1 ? null : Math.Min(threshold, to), largest);
        Assert.Equal(threshold >= to ? null : Math.Max(1, threshold + 1), next);
        Assert.True(asked <= (2 * Math.Log2(to + 1)) + 2, $"{asked} questions for 1 to {to}");
    });

    [Fact]
    public void It_stops_within_the_resolution() => Gen.Int[1, 9_000].Sample(threshold =>
    {
        var (largest, next) = new CapacitySearch(1, 10_000, 0.05, Math.Round).Run(value => value <= threshold);
        Assert.True(largest <= threshold && next > threshold);
        Assert.True(next - largest <= Math.Max(1, 0.05 * largest!.Value));
    });
}
