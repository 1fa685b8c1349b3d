using System.Runtime.CompilerServices;
using System.Numerics;

namespace MountSim.Engine;

/// <summary>
/// Statistics of non-negative integer samples (picoseconds): count, mean, maximum and quantiles, in fixed memory. Quantiles come from a
/// log-linear histogram with 64 steps an octave: within 0.8 % of the exact value.
/// </summary>
public sealed class SampleStatistics
{
    private const int StepBits = 6;
    private const int Steps = 1 << StepBits;

    private long[] _counts = [];
    private double _sum;
    private double _sumOfSquares;

    /// <summary>Samples seen.</summary>
    public long Count { get; private set; }

    /// <summary>Sum of all samples.</summary>
    public double Sum => _sum;

    /// <summary>Largest sample; 0 without samples.</summary>
    public long Max { get; private set; }

    /// <summary>Mean; 0 without samples.</summary>
    public double Mean => Count == 0 ? 0 : _sum / Count;

    /// <summary>Sample variance; 0 with fewer than two samples.</summary>
    public double Variance => Count < 2 ? 0 : Math.Max(0, (_sumOfSquares - (_sum * _sum / Count)) / (Count - 1));

    /// <summary>Adds a sample of zero or more.</summary>
    public void Add(long sample, int times = 1)
    {
        Count += times;
        _sum += (double)sample * times;
        _sumOfSquares += (double)sample * sample * times;
        Max = Math.Max(Max, sample);
        var step = StepOf(sample);
        if (step >= _counts.Length) Array.Resize(ref _counts, step + Steps);
        _counts[step] += times;
    }

    /// <summary>Adds samples of zero.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void AddZeros(int times)
    {
        Count += times;
        if (_counts.Length == 0) Array.Resize(ref _counts, Steps);
        _counts[0] += times;
    }

    /// <summary>The value below which the share <paramref name="q"/> (0 to 1) of the samples lies; 0 without samples.</summary>
    public double Quantile(double q)
    {
        if (Count == 0) return 0;
        var rank = Math.Min(Count - 1, (long)(q * Count));
        for (var step = 0; step < _counts.Length; step++)
        {
            rank -= _counts[step];
            if (rank < 0) return Math.Min(Max, MidpointOf(step));
        }

        return Max;
    }

    /// <summary>Samples below a value, to the accuracy of the quantiles.</summary>
    public long CountBelow(long value)
    {
        var below = 0L;
        for (var step = Math.Min(StepOf(value), _counts.Length) - 1; step >= 0; step--) below += _counts[step];
        return below;
    }

    /// <summary>Adds all samples of another instance.</summary>
    public void Merge(SampleStatistics other)
    {
        Count += other.Count;
        _sum += other._sum;
        _sumOfSquares += other._sumOfSquares;
        Max = Math.Max(Max, other.Max);
        if (other._counts.Length > _counts.Length) Array.Resize(ref _counts, other._counts.Length);
        for (var i = 0; i < other._counts.Length; i++) _counts[i] += other._counts[i];
    }

    // Below 128 a step is one value; above, an octave has 64 steps.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int StepOf(long sample)
    {
        var shift = Math.Max(0, BitOperations.Log2((ulong)sample | 1) - StepBits);
        return (shift << StepBits) + (int)(sample >> shift);
    }

    private static double MidpointOf(int step)
    {
        var shift = Math.Max(0, (step >> StepBits) - 1);
        var low = (long)(step - (shift << StepBits)) << shift;
        return shift == 0 ? low : low + ((1L << shift) / 2.0);
    }
}
