namespace MountSim.Experiments.Published;

/// <summary>What a user asks of <c>validate published</c>.</summary>
public sealed record PublishedRequest
{
    /// <summary>Cases by their name, M1 to M15; empty: all.</summary>
    public IReadOnlyList<string> Cases { get; init; } = [];

    /// <summary>Replications of every storm.</summary>
    public int Replications { get; init; } = 200;

    /// <summary>Seed.</summary>
    public long Seed { get; init; } = 1;

    /// <summary>Worker threads; null: one a CPU of this host. Never changes a result.</summary>
    public int? Threads { get; init; }
}
