using CsCheck;

namespace MountSim.Engine.Tests.Statistics;

public class SampleStatisticsTests
{
    private static readonly Gen<long[]> Samples = Gen.OneOf(Gen.Long[0, 300], Gen.Long[0, 1_000_000], Gen.Long[0, 1L << 50]).Array[1, 300];

    [Fact]
    public void Quantiles_are_within_eight_tenths_of_a_percent() => Gen.Select(Samples, Gen.Double[0, 1]).Sample((samples, q) =>
    {
        var statistics = Of(samples);
        var exact = samples.Order().ElementAt(Math.Min(samples.Length - 1, (int)(q * samples.Length)));
        return Math.Abs(statistics.Quantile(q) - exact) <= 0.008 * exact;
    });

    [Fact]
    public void Count_mean_variance_and_maximum_are_those_of_the_samples() => Samples.Sample(samples =>
    {
        var statistics = Of(samples);
        var mean = samples.Average(sample => (double)sample);
        var variance = samples.Length < 2 ? 0 : samples.Sum(sample => (sample - mean) * (sample - mean)) / (samples.Length - 1);
        Assert.Equal(samples.Length, statistics.Count);
        Assert.Equal(samples.Max(), statistics.Max);
        Assert.Equal(mean, statistics.Mean, 1e-9 * (1 + mean));
        Assert.Equal(variance, statistics.Variance, 1e-6 * (1 + (mean * mean)));
    });

    [Fact]
    public void A_merge_is_the_union() => Gen.Select(Samples, Samples, Gen.Double[0, 1]).Sample((a, b, q) =>
    {
        var merged = Of(a);
        merged.Merge(Of(b));
        var union = Of([.. a, .. b]);
        Assert.Equal(union.Count, merged.Count);
        Assert.Equal(union.Max, merged.Max);
        Assert.Equal(union.Mean, merged.Mean, 1e-9 * (1 + union.Mean));
        Assert.Equal(union.Quantile(q), merged.Quantile(q));
    });

    [Fact]
    public void A_sample_of_many_times_is_many_samples() => Gen.Select(Gen.Long[0, 1L << 40], Gen.Int[1, 20]).Sample((sample, times) =>
    {
        var once = new SampleStatistics();
        once.Add(sample, times);
        var often = Of([.. Enumerable.Repeat(sample, times)]);
        return once.Count == often.Count && once.Quantile(0.5) == often.Quantile(0.5) && Math.Abs(once.Mean - often.Mean) <= 1e-9 * (1 + sample);
    });

    [Fact]
    public void Nothing_seen_is_zero()
    {
        var nothing = new SampleStatistics();
        Assert.Equal([0, 0, 0, 0], [nothing.Mean, nothing.Variance, nothing.Max, nothing.Quantile(0.99)]);
    }

    private static SampleStatistics Of(long[] samples)
    {
        var statistics = new SampleStatistics();
        foreach (var sample in samples) statistics.Add(sample);
        return statistics;
    }
}
