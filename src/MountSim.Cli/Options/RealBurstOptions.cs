using System.CommandLine;
using MountSim.Experiments;
using MountSim.Experiments.Bursts;

namespace MountSim.Cli.Options;

/// <summary>A burst that is done for real: what starts, what else is on the host, how often and how long.</summary>
internal sealed class RealBurstOptions
{
    private static readonly BurstRequest Defaults = new();

    private readonly RuntimeOption runtime = new();
    private readonly BurstOptions burst = new(real: true);
    private readonly HostOptions host = new(real: true);
    private readonly IntegerOption runs = new("--runs", "How often the burst is done, for an interval", 1, 1_000, Defaults.Runs);
    private readonly RealOption maxSeconds = new("--max-seconds", "The longest time one burst may take; one that would take longer is refused, or ended", 0, 3_600, Defaults.TimeLimit.TotalSeconds, aboveMin: true);
    private readonly SeedOption seed = new(new PredictRequest().Seed, "Decides the moments of path walks and of agents' reads, and the prediction");
    private readonly Option<bool> predict = new("--predict") { Description = "Put the prediction of the same burst beside it, from --profile" };
    private readonly ProfileOption profile = new();

    public IReadOnlyList<OptionGroup> Groups =>
    [
        burst.Group with { Options = [runtime, .. burst.Group.Options] },
        host.Group,
        new OptionGroup("Measurement", [runs, maxSeconds, seed]),
        new OptionGroup("Prediction", [predict, profile]),
    ];

    public BurstRequest Read(ParseResult parsed) => new()
    {
        Scenario = host.Apply(burst.Apply(new PredictRequest { Runtime = parsed.GetValue(runtime)!, Profile = parsed.GetValue(profile), Seed = parsed.GetValue(seed) }, parsed), parsed),
        Runs = parsed.GetValue(runs)!.Value,
        TimeLimit = TimeSpan.FromSeconds(parsed.GetValue(maxSeconds)!.Value),
        Predict = parsed.GetValue(predict),
    };
}
