namespace MountSim.Experiments.Theory;

/// <summary>What a user asks of <c>validate theory</c>.</summary>
public sealed record TheoryRequest
{
    /// <summary>The seeds after it are needed for a second look.</summary>
    public const long LargestSeed = long.MaxValue - Form.SecondLook;

    /// <summary>Seed of the first look.</summary>
    public long Seed { get; init; } = 1;

    /// <summary>Samples of each stochastic form, after 50,000 dropped ones; rounded down to forty equal batches.</summary>
    public int Samples { get; init; } = 1_000_000;

    /// <summary>Worker threads; null: one a CPU of this host. Never changes a result.</summary>
    public int? Threads { get; init; }
}
