namespace MountSim.Model.Costs;

/// <summary>A value with the bounds of its 95 % interval; a guess has wide ones.</summary>
/// <param name="Value">The best single value.</param>
/// <param name="Low">Lower bound.</param>
/// <param name="High">Upper bound.</param>
public readonly record struct Interval(double Value, double Low, double High)
{
    /// <summary>A value without uncertainty.</summary>
    public static Interval Exact(double value) => new(value, value, value);

    /// <summary>The interval with all three numbers multiplied by <paramref name="factor"/> (positive).</summary>
    public Interval Scale(double factor) => new(Value * factor, Low * factor, High * factor);
}
