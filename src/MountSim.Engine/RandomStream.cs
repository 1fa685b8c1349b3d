using System.Numerics;
using System.Text;

namespace MountSim.Engine;

/// <summary>
/// A stream of random numbers with a name. Streams of different names (or indices) of one seed are independent, so adding one leaves the others
/// unchanged. xoshiro256++ (Blackman, Vigna, "Scrambled linear pseudorandom number generators", ACM TOMS 47, 2021), seeded by splitmix64 over
/// the seed, the name's FNV-1a hash and the index.
/// </summary>
public sealed class RandomStream
{
    private ulong _a, _b, _c, _d;
    private double _spareNormal = double.NaN;
    private double _variation = double.NaN;
    private double _logVariance;
    private double _logDeviation;

    /// <summary>Opens the stream of a name and index under a seed.</summary>
    public RandomStream(long seed, string name, int index = 0)
    {
        var state = (ulong)seed ^ BitOperations.RotateLeft(HashOf(name), 17) ^ ((ulong)(uint)index * 0x9E3779B97F4A7C15UL);
        _a = SplitMix(ref state);
        _b = SplitMix(ref state);
        _c = SplitMix(ref state);
        _d = SplitMix(ref state);
    }

    /// <summary>64 uniform bits.</summary>
    public ulong NextBits()
    {
        var result = BitOperations.RotateLeft(_a + _d, 23) + _a;
        var t = _b << 17;
        _c ^= _a;
        _d ^= _b;
        _b ^= _c;
        _a ^= _d;
        _c ^= t;
        _d = BitOperations.RotateLeft(_d, 45);
        return result;
    }

    /// <summary>A uniform number in [0, 1).</summary>
    public double NextDouble() => (NextBits() >> 11) * (1.0 / (1UL << 53));

    /// <summary>A uniform integer in [0, <paramref name="bound"/>); the bound is positive.</summary>
    public int NextInt(int bound) => (int)Math.BigMul(NextBits(), (ulong)bound, out _);

    /// <summary>An exponential number of the given mean.</summary>
    public double NextExponential(double mean) => -mean * Math.Log(1.0 - NextDouble());

    /// <summary>A standard normal number (Marsaglia's polar method).</summary>
    public double NextNormal()
    {
        if (!double.IsNaN(_spareNormal))
        {
            var spare = _spareNormal;
            _spareNormal = double.NaN;
            return spare;
        }

        double u, v, s;
        do
        {
            u = (2 * NextDouble()) - 1;
            v = (2 * NextDouble()) - 1;
            s = (u * u) + (v * v);
        }
        while (s is >= 1 or 0);

        var scale = Math.Sqrt(-2 * Math.Log(s) / s);
        _spareNormal = v * scale;
        return u * scale;
    }

    /// <summary>A lognormal factor of mean 1 and the given coefficient of variation.</summary>
    public double NextLogNormalFactor(double coefficientOfVariation)
    {
        if (coefficientOfVariation <= 0) return 1;
        if (coefficientOfVariation != _variation)
        {
            _variation = coefficientOfVariation;
            _logVariance = Math.Log(1 + (coefficientOfVariation * coefficientOfVariation));
            _logDeviation = Math.Sqrt(_logVariance);
        }

        return Math.Exp((_logDeviation * NextNormal()) - (_logVariance / 2));
    }

    /// <summary>A triangular number: density zero at both bounds, highest at <paramref name="mode"/>.</summary>
    public double NextTriangular(double low, double mode, double high)
    {
        if (high <= low) return mode;
        var u = NextDouble();
        var cut = (mode - low) / (high - low);
        return u < cut
            ? low + Math.Sqrt(u * (high - low) * (mode - low))
            : high - Math.Sqrt((1 - u) * (high - low) * (high - mode));
    }

    private static ulong HashOf(string name)
    {
        var hash = 14695981039346656037UL;
        foreach (var octet in Encoding.UTF8.GetBytes(name)) hash = (hash ^ octet) * 1099511628211UL;
        return hash;
    }

    private static ulong SplitMix(ref ulong state)
    {
        var z = state += 0x9E3779B97F4A7C15UL;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9UL;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EBUL;
        return z ^ (z >> 31);
    }
}
