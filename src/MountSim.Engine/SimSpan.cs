namespace MountSim.Engine;

/// <summary>A length of simulated time: an integer number of picoseconds, so that sums are exact and equal everywhere.</summary>
/// <param name="Picoseconds">The length; negative spans exist only as differences.</param>
public readonly record struct SimSpan(long Picoseconds) : IComparable<SimSpan>
{
    /// <summary>No time.</summary>
    public static readonly SimSpan Zero;

    /// <summary>The span of so many nanoseconds, rounded to the nearest picosecond.</summary>
    public static SimSpan FromNanoseconds(double nanoseconds) => new((long)Math.Round(nanoseconds * 1e3));

    /// <summary>The span of so many microseconds.</summary>
    public static SimSpan FromMicroseconds(double microseconds) => new((long)Math.Round(microseconds * 1e6));

    /// <summary>The span of so many milliseconds.</summary>
    public static SimSpan FromMilliseconds(double milliseconds) => new((long)Math.Round(milliseconds * 1e9));

    /// <summary>The span of so many seconds.</summary>
    public static SimSpan FromSeconds(double seconds) => new((long)Math.Round(seconds * 1e12));

    /// <summary>The length in nanoseconds.</summary>
    public double Nanoseconds => Picoseconds / 1e3;

    /// <summary>The length in milliseconds.</summary>
    public double Milliseconds => Picoseconds / 1e9;

    /// <summary>The length in seconds.</summary>
    public double Seconds => Picoseconds / 1e12;

    /// <summary>The sum of two spans.</summary>
    public static SimSpan operator +(SimSpan a, SimSpan b) => new(a.Picoseconds + b.Picoseconds);

    /// <summary>The difference of two spans.</summary>
    public static SimSpan operator -(SimSpan a, SimSpan b) => new(a.Picoseconds - b.Picoseconds);

    /// <inheritdoc/>
    public int CompareTo(SimSpan other) => Picoseconds.CompareTo(other.Picoseconds);

    /// <summary>True when <paramref name="a"/> is shorter.</summary>
    public static bool operator <(SimSpan a, SimSpan b) => a.Picoseconds < b.Picoseconds;

    /// <summary>True when <paramref name="a"/> is longer.</summary>
    public static bool operator >(SimSpan a, SimSpan b) => a.Picoseconds > b.Picoseconds;

    /// <summary>True when <paramref name="a"/> is not longer.</summary>
    public static bool operator <=(SimSpan a, SimSpan b) => a.Picoseconds <= b.Picoseconds;

    /// <summary>True when <paramref name="a"/> is not shorter.</summary>
    public static bool operator >=(SimSpan a, SimSpan b) => a.Picoseconds >= b.Picoseconds;
}
