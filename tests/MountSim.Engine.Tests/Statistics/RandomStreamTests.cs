using CsCheck;

namespace MountSim.Engine.Tests.Statistics;

public class RandomStreamTests
{
    private const int Samples = 1_000_000;

    [Fact]
    public void A_stream_is_the_same_however_much_others_are_used() => Gen.Select(Gen.Long, Gen.Int[0, 100]).Sample((seed, uses) =>
    {
        var alone = new RandomStream(seed, "holds");
        var other = new RandomStream(seed, "gaps");
        var beside = new RandomStream(seed, "holds");
        for (var i = 0; i < 20; i++)
        {
            for (var k = 0; k < uses; k++) other.NextBits();
            if (alone.NextBits() != beside.NextBits()) return false;
        }

        return true;
    });

    [Fact]
    public void Streams_of_other_names_indices_or_seeds_differ() => Gen.Long.Sample(seed =>
        new[] { new RandomStream(seed, "a"), new(seed, "b"), new(seed, "a", 1), new(seed, "a", 2), new(seed + 1, "a") }
            .Select(stream => stream.NextBits()).Distinct().Count() == 5);

    [Theory]
    [InlineData("a", 0, "b", 0)]
    [InlineData("a", 0, "a", 1)]
    [InlineData("line:mount_lock", 0, "line:namespace_sem", 0)]
    public void Streams_are_not_correlated(string nameA, int indexA, string nameB, int indexB)
    {
        var a = new RandomStream(1, nameA, indexA);
        var b = new RandomStream(1, nameB, indexB);
        var sum = 0.0;
        for (var i = 0; i < Samples; i++) sum += (a.NextDouble() - 0.5) * (b.NextDouble() - 0.5);
        // The product's standard deviation is 1/12; five standard errors.
        Assert.InRange(sum / Samples, -5.0 / 12 / 1000, 5.0 / 12 / 1000);
    }

    [Theory]
    [InlineData("uniform", 0.5, 1.0 / 12)]
    [InlineData("exponential", 3, 9)]
    [InlineData("normal", 0, 1)]
    [InlineData("lognormal", 1, 0.09)]
    [InlineData("triangular", 4.0 / 3, 7.0 / 18)]
    [InlineData("integer", 4.5, 8.25)]
    public void Moments_are_those_of_the_distribution(string law, double mean, double variance)
    {
        var random = new RandomStream(1, "moments");
        double sum = 0, squares = 0;
        for (var i = 0; i < Samples; i++)
        {
            var x = Draw(random, law);
            sum += x - mean;
            squares += (x - mean) * (x - mean);
        }

        // Five standard errors of the mean; the variance to 1 %, ten or more standard errors of a kurtosis up to 9.
        Assert.InRange(sum / Samples, -5 * Math.Sqrt(variance / Samples), 5 * Math.Sqrt(variance / Samples));
        Assert.InRange(squares / Samples, 0.985 * variance, 1.015 * variance);
    }

    private static double Draw(RandomStream random, string law) => law switch
    {
        "uniform" => random.NextDouble(),
        "exponential" => random.NextExponential(3),
        "normal" => random.NextNormal(),
        "lognormal" => random.NextLogNormalFactor(0.3),
        "triangular" => random.NextTriangular(0, 1, 3),
        _ => random.NextInt(10),
    };
}
