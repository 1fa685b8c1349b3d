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

    /// <summary>
    /// The mean over the blocks of each one's median: what an operation costs over a time in which the machine changes its speed. A block is a moment of one speed, which
    /// its median shows whatever interrupts it; the moments add up as they do to those who work through all of them. A median over all would show the speed that the
    /// machine has more often. With the 95 % interval of <see cref="Means"/>.
    /// </summary>
    public static Interval Mean(IReadOnlyList<double[]> blocks, Random random)
    {
        double[] medians = MediansOf(blocks);
        return medians.Length == 1 ? Interval.Exact(medians[0]) : Summary(medians.Average(), Means(blocks, random));
    }

    /// <summary>
    /// Means over <see cref="Replicates"/> resampled sets of blocks, drawn in runs of neighbours, as a speed lasts longer than a block: the circular block bootstrap
    /// (Politis, Romano, "A circular block-resampling procedure for stationary data", 1992), runs of the square root of the number of blocks.
    /// </summary>
    public static double[] Means(IReadOnlyList<double[]> blocks, Random random)
    {
        double[] medians = MediansOf(blocks);
        var length = (int)Math.Ceiling(Math.Sqrt(medians.Length));
        var means = new double[Replicates];
        for (var replicate = 0; replicate < means.Length; replicate++)
        {
            var sum = 0.0;
            for (var drawn = 0; drawn < medians.Length;)
            {
                var start = random.Next(medians.Length);
                for (var i = 0; i < length && drawn < medians.Length; i++, drawn++) sum += medians[(start + i) % medians.Length];
            }

            means[replicate] = sum / medians.Length;
        }

        return means;
    }

    private static double[] MediansOf(IReadOnlyList<double[]> blocks) => [.. blocks.Where(block => block.Length > 0).Select(Quantiles.Median)];

    /// <summary>A value with the 95 % percentile interval of its replicates, widened to contain it.</summary>
    public static Interval Summary(double value, double[] replicates)
    {
        var low = Quantiles.At(replicates, Tail);
        var high = Quantiles.At(replicates, 1 - Tail);
        return new Interval(value, Math.Min(low, value), Math.Max(high, value));
    }
}
