namespace MountSim.Calibration.Watching;

/// <summary>What the measuring process tells.</summary>
internal sealed record HoldReport
{
    /// <summary>Why it failed; null when it did not.</summary>
    public string? Failure { get; init; }

    /// <summary>One an operation and place of the watcher.</summary>
    public IReadOnlyList<WatchedOperation> Operations { get; init; } = [];

    /// <summary>Operations that this kernel does not offer, with its reason.</summary>
    public IReadOnlyList<string> Refused { get; init; } = [];
}
