namespace MountSim.Engine;

/// <summary>A value that holds over time (a queue's length, busy CPUs): its mean over time and its maximum.</summary>
public struct TimeWeighted
{
    private long _since;
    private double _area;

    /// <summary>The current value.</summary>
    public long Value { get; private set; }

    /// <summary>The largest value so far.</summary>
    public long Max { get; private set; }

    /// <summary>Sets the value from <paramref name="now"/> on.</summary>
    public void Set(SimTime now, long value)
    {
        _area += (double)Value * (now.Picoseconds - _since);
        _since = now.Picoseconds;
        Value = value;
        Max = Math.Max(Max, value);
    }

    /// <summary>Adds to the value from <paramref name="now"/> on.</summary>
    public void Add(SimTime now, long change) => Set(now, Value + change);

    /// <summary>Value times picoseconds, up to <paramref name="now"/>.</summary>
    public readonly double Area(SimTime now) => _area + ((double)Value * (now.Picoseconds - _since));

    /// <summary>Mean from the start to <paramref name="now"/>; 0 at the start.</summary>
    public readonly double Mean(SimTime now) => now == SimTime.Start ? 0 : Area(now) / now.Picoseconds;
}
