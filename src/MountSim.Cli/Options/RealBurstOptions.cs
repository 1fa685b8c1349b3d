using System.CommandLine;
using MountSim.Experiments;
using MountSim.Experiments.Bursts;
using MountSim.Experiments.Requests;

namespace MountSim.Cli.Options;

/// <summary>A burst that is done for real: what starts, what else is on the host, how often and how long.</summary>
internal sealed class RealBurstOptions
{
    // A real burst is a first look at a host: it ends in seconds on two CPUs.
    private const int FewContainers = 50;
    private static readonly BurstRequest Defaults = new();

    private readonly IntegerOption containers = new("--containers", "Containers that start", 1, 1_000_000, FewContainers);
    private readonly IReadOnlyList<FieldOption> burst = Fields("runtime", "concurrency", "layers", "volumes", "containers-per-pod", "set");
    private readonly IReadOnlyList<FieldOption> host = Fields("host-mounts", "other-namespaces", "systemd-scans", "agents", "agent-reads", "path-components", "walks-per-cpu-ms");
    private readonly IReadOnlyList<FieldOption> prediction = Fields("profile", "replications");
    private readonly IntegerOption runs = new("--runs", "How often the burst is done, for an interval", 1, 1_000, Defaults.Runs);
    private readonly RealOption maxSeconds = new("--max-seconds", "The longest time one burst may take; one that would take longer is refused, or ended", 0, 3_600, Defaults.TimeLimit.TotalSeconds, aboveMin: true);
    private readonly SeedOption seed = new(new PredictRequest().Seed, "Decides the moments of path walks and of agents' reads, and the prediction");
    private readonly Option<bool> predict = new("--predict") { Description = "Put the prediction of the same burst beside it" };

    public IReadOnlyList<OptionGroup> Groups =>
    [
        new OptionGroup("Burst", [containers, .. burst]),
        new OptionGroup("Host", [.. host]),
        new OptionGroup("Measurement", [runs, maxSeconds, seed]),
        new OptionGroup("Prediction", [predict, .. prediction]),
    ];

    public BurstRequest Read(ParseResult parsed)
    {
        var request = new PredictRequest { Seed = parsed.GetValue(seed) }.With(load => load with { Containers = parsed.GetValue(containers)!.Value });
        return new BurstRequest
        {
            Scenario = burst.Concat(host).Concat(prediction).Aggregate(request, (said, option) => option.Apply(said, parsed)),
            Runs = parsed.GetValue(runs)!.Value,
            TimeLimit = TimeSpan.FromSeconds(parsed.GetValue(maxSeconds)!.Value),
            Predict = parsed.GetValue(predict),
        };
    }

    private static IReadOnlyList<FieldOption> Fields(params string[] names) => [.. names.Select(name => new FieldOption(RequestFields.Find(name, "burst")))];
}
