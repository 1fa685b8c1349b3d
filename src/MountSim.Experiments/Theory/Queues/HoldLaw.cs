using MountSim.Engine;
using MountSim.Experiments.Theory.ClosedForms;

namespace MountSim.Experiments.Theory.Queues;

/// <summary>A distribution of times (ns): its moments, and a way to draw from it.</summary>
internal sealed record HoldLaw(string Name, ServiceTime Moments, Func<RandomStream, double> Draw)
{
    public static HoldLaw Constant(double value) => new("constant", ServiceTime.Constant(value), _ => value);

    public static HoldLaw Exponential(double mean) => new("exponential", ServiceTime.Exponential(mean), random => random.NextExponential(mean));

    public static HoldLaw Uniform(double low, double high) =>
        new("uniform", ServiceTime.Uniform(low, high), random => low + ((high - low) * random.NextDouble()));

    public static HoldLaw Mixture(double a, double shareOfA, double b) =>
        new("mixture", ServiceTime.Mixture(a, shareOfA, b), random => random.NextDouble() < shareOfA ? a : b);

    /// <summary>Laws of mean 100 ns.</summary>
    public static HoldLaw Named(string name) => name switch
    {
        "constant" => Constant(100),
        "uniform" => Uniform(0, 200),
        "exponential" => Exponential(100),
        "mixture" => Mixture(50, 0.9, 550),
        _ => throw new ArgumentOutOfRangeException(nameof(name), name, "no such law"),
    };
}
