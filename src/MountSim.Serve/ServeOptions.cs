using MountSim.Experiments;

namespace MountSim.Serve;

/// <summary>How the page is served.</summary>
public sealed record ServeOptions
{
    /// <summary>Port on loopback; 0: any free one.</summary>
    public int Port { get; init; } = 8470;

    /// <summary>What every question of the page starts from: the profile, the worker threads.</summary>
    public PredictRequest Base { get; init; } = new();

    /// <summary>Replications of the first answer, which is to come while the reader still looks at the slider; the later ones refine it.</summary>
    public int FirstReplications { get; init; } = 2;

    /// <summary>The longest time a question may take before its stream is ended, and says so.</summary>
    public TimeSpan TimeLimit { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>Questions that are simulated at a time; more wait.</summary>
    public int MostAtATime { get; init; } = 2;

    /// <summary>Questions a second over time, from whomever. A slider that is dragged asks about ten.</summary>
    public int MostASecond { get; init; } = 25;

    /// <summary>Told of what must not happen: an exception of ours while a question was answered.</summary>
    public Action<string> Report { get; init; } = _ => { };
}
