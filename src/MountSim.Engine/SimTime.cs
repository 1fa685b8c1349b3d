namespace MountSim.Engine;

/// <summary>An instant of simulated time, in picoseconds since the start. 2^63 ps are 106 days.</summary>
/// <param name="Picoseconds">Picoseconds since the start of the simulation.</param>
public readonly record struct SimTime(long Picoseconds) : IComparable<SimTime>
{
    /// <summary>The start of the simulation.</summary>
    public static readonly SimTime Start;

    /// <summary>An instant no simulation reaches.</summary>
    public static readonly SimTime Never = new(long.MaxValue);

    /// <summary>The instant a span later.</summary>
    public static SimTime operator +(SimTime time, SimSpan span) => new(time.Picoseconds + span.Picoseconds);

    /// <summary>The instant a span earlier.</summary>
    public static SimTime operator -(SimTime time, SimSpan span) => new(time.Picoseconds - span.Picoseconds);

    /// <summary>The span between two instants.</summary>
    public static SimSpan operator -(SimTime a, SimTime b) => new(a.Picoseconds - b.Picoseconds);

    /// <inheritdoc/>
    public int CompareTo(SimTime other) => Picoseconds.CompareTo(other.Picoseconds);

    /// <summary>True when <paramref name="a"/> is earlier.</summary>
    public static bool operator <(SimTime a, SimTime b) => a.Picoseconds < b.Picoseconds;

    /// <summary>True when <paramref name="a"/> is later.</summary>
    public static bool operator >(SimTime a, SimTime b) => a.Picoseconds > b.Picoseconds;

    /// <summary>True when <paramref name="a"/> is not later.</summary>
    public static bool operator <=(SimTime a, SimTime b) => a.Picoseconds <= b.Picoseconds;

    /// <summary>True when <paramref name="a"/> is not earlier.</summary>
    public static bool operator >=(SimTime a, SimTime b) => a.Picoseconds >= b.Picoseconds;
}
