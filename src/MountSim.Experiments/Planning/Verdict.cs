namespace MountSim.Experiments.Planning;

/// <summary>What the replications of a point say of a target.</summary>
public enum Verdict
{
    /// <summary>The whole 95 % interval keeps every target.</summary>
    Holds,

    /// <summary>An interval has the limit within it, and all replications allowed have been run: not claimed, not denied.</summary>
    Undecided,

    /// <summary>The whole interval misses a target.</summary>
    Misses,
}
