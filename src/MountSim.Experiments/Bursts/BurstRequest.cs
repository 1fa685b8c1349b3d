namespace MountSim.Experiments.Bursts;

/// <summary>What a user asks of <c>burst</c>.</summary>
public sealed record BurstRequest
{
    /// <summary>The scenario, in the words of a prediction; its machine and kernel are this host's.</summary>
    public PredictRequest Scenario { get; init; } = new();

    /// <summary>How often the burst is done.</summary>
    public int Runs { get; init; } = 1;

    /// <summary>The longest time one may take.</summary>
    public TimeSpan TimeLimit { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>Predict the same burst too.</summary>
    public bool Predict { get; init; }
}
