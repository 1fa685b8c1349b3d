namespace MountSim.Experiments.Validation.Host;

/// <summary>How a host is judged.</summary>
public sealed record HostRequest
{
    /// <summary>Profile of this host, taken before; null: the suite calibrates before each round.</summary>
    public string? Profile { get; init; }

    /// <summary>Times each burst is done; all take turns, in a random order each time.</summary>
    public int Rounds { get; init; } = 5;

    /// <summary>Numbers of starts in flight.</summary>
    public IReadOnlyList<int> Workers { get; init; } = [1, 2, 4, 8, 16, 32];

    /// <summary>Replications of each case, shared among its profiles.</summary>
    public int Replications { get; init; } = 10;

    /// <summary>Seed of the order, the bursts and the predictions.</summary>
    public long Seed { get; init; } = 1;

    /// <summary>Only cases whose name begins so; null: all.</summary>
    public string? Only { get; init; }
}
