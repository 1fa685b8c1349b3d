using MountSim.Model.Costs;

namespace MountSim.Experiments.Published;

/// <summary>Bands around published figures.</summary>
internal static class Band
{
    /// <summary>A share either way.</summary>
    public static Interval Within(double value, double share) => new(value, value * (1 - share), value * (1 + share));

    /// <summary>A factor either way.</summary>
    public static Interval Factor(double value, double factor) => new(value, value / factor, value * factor);

    /// <summary>A published interval; its middle stands for it.</summary>
    public static Interval Between(double low, double high) => new((low + high) / 2, low, high);

    /// <summary>At least so much.</summary>
    public static Interval AtLeast(double value, double low) => new(value, low, double.PositiveInfinity);

    /// <summary>At most so much.</summary>
    public static Interval AtMost(double value, double high) => new(value, double.NegativeInfinity, high);
}
