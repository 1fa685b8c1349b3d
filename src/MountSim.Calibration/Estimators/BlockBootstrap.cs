using MathNet.Numerics.Statistics;
using MountSim.Model.Costs;

namespace MountSim.Calibration.Estimators;

/// <summary>
/// Intervals by resampling whole blocks: samples of one block share the machine's state of that moment, so that resampling single samples
/// would promise too much.
/// </summary>
public static class BlockBootstrap
{
    /// <summary>Replicates drawn.</summary>
    public const int Replicates = 400;

    private const double Tail = 0.025;

    /// <summary>The median of all samples with the 95 % percentile interval over resampled blocks.</summary>
    public static Interval Median(IReadOnlyList<double[]> blocks, Random random)
    {
        if (blocks.Count == 1)
            return Interval.Exact(Quantiles.Median(blocks[0])); // resampled, it is itself
        var medians = Medians(blocks, random);
        return Summary(Quantiles.Median([.. blocks.SelectMany(b => b)]), medians);
    }

    /// <summary>Medians of <see cref="Replicates"/> resampled sets of blocks.</summary>
    public static double[] Medians(IReadOnlyList<double[]> blocks, Random random)
    {
        var buffer = new double[blocks.Count * blocks.Max(b => b.Length)];
        var medians = new double[Replicates];
        for (var replicate = 0; replicate < medians.Length; replicate++)
        {
            var length = 0;
            for (var i = 0; i < blocks.Count; i++)
            {
                var block = blocks[random.Next(blocks.Count)];
                block.CopyTo(buffer, length);
                length += block.Length;
            }

            medians[replicate] = ArrayStatistics.MedianInplace(buffer[..length]);
        }

        return medians;
    }

    /// <summary>A value with the 95 % percentile interval of its replicates, widened to contain it.</summary>
    public static Interval Summary(double value, double[] replicates)
    {
        var low = Quantiles.At(replicates, Tail);
        var high = Quantiles.At(replicates, 1 - Tail);
        return new Interval(value, Math.Min(low, value), Math.Max(high, value));
    }
}
