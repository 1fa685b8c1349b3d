namespace MountSim.Experiments.Planning;

/// <summary>How many, how dense or how fast, and what must hold.</summary>
public sealed record CapacityQuestion
{
    /// <summary>The scenario; of it <see cref="Vary"/> is set to each value tried.</summary>
    public required PredictRequest Request { get; init; }

    /// <summary>Targets, all of which must hold; at least one.</summary>
    public required IReadOnlyList<Slo> Targets { get; init; }

    /// <summary>What grows: a numeric field of a request, such as containers (the burst), running (the density) or rate (starts a second).</summary>
    public string Vary { get; init; } = "containers";

    /// <summary>The smallest value tried.</summary>
    public double From { get; init; } = 1;

    /// <summary>The largest value tried.</summary>
    public double To { get; init; } = 10_000;

    /// <summary>How near the answer comes to where the target is missed, as a share of it; whole numbers are never split.</summary>
    public double Resolution { get; init; } = 0.02;

    /// <summary>Replications of one value at most, where the first <see cref="PredictRequest.Replications"/> leave it undecided.</summary>
    public int MaxReplications { get; init; } = 40;
}
