namespace MountSim.Experiments.Validation;

/// <summary>What a comparison came to.</summary>
public enum Verdict
{
    /// <summary>Within what was stated beforehand.</summary>
    Met,

    /// <summary>Outside of it.</summary>
    Missed,

    /// <summary>Not compared; the reason says why.</summary>
    Skipped,
}
