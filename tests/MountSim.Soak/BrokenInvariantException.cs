namespace MountSim.Soak;

/// <summary>An invariant did not hold: a bug of the simulator.</summary>
public sealed class BrokenInvariantException(Invariant invariant, string what) : Exception($"{invariant}: {what}")
{
    /// <summary>Which.</summary>
    public Invariant Invariant { get; } = invariant;
}
