namespace MountSim.Experiments.Theory.ClosedForms;

/// <summary>The first two moments of a service (or hold) time, and what they say to one who arrives in the middle of it.</summary>
internal sealed record ServiceTime(double Mean, double SecondMoment)
{
    public static ServiceTime Constant(double value) => new(value, value * value);

    public static ServiceTime Exponential(double mean) => new(mean, 2 * mean * mean);

    public static ServiceTime Uniform(double low, double high) => new((low + high) / 2, ((low * low) + (low * high) + (high * high)) / 3);

    public static ServiceTime Mixture(double a, double shareOfA, double b) =>
        new((shareOfA * a) + ((1 - shareOfA) * b), (shareOfA * a * a) + ((1 - shareOfA) * b * b));

    public double SquaredVariation => (SecondMoment / (Mean * Mean)) - 1;

    /// <summary>Inspection paradox: what is left, on average, of the hold that a random instant falls into.</summary>
    public double MeanResidual => SecondMoment / (2 * Mean);

    /// <summary>Inspection paradox: the mean length of the hold that a random instant falls into.</summary>
    public double MeanInspected => SecondMoment / Mean;
}
