namespace MountSim.Calibration.Tests;

/// <summary>Made-up blocks: a level, a shift a block, noise a sample.</summary>
internal static class Synthetic
{
    internal static IReadOnlyList<double[]> Blocks(Random random, double level, int blocks, int samples, double blockNoise, double sampleNoise)
    {
        var result = new List<double[]>();
        for (var b = 0; b < blocks; b++)
        {
            var shift = level * (1 + (blockNoise * Normal(random)));
            result.Add([.. Enumerable.Range(0, samples).Select(_ => shift + (level * sampleNoise * Normal(random)))]);
        }

        return result;
    }

    private static double Normal(Random random) =>
        Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
}
