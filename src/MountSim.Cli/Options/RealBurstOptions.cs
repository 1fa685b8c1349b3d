using System.CommandLine;
using MountSim.Experiments;
using MountSim.Experiments.Bursts;

namespace MountSim.Cli.Options;

/// <summary>A burst that is done for real: what starts, what else is on the host, how often and how long.</summary>
internal sealed class RealBurstOptions
{
    // A real burst is a first look at a host: it ends in seconds on two CPUs.
    private const int RealContainers = 50;

    /// <summary>What this host decides, what no real burst does (user namespaces, cgroups, stops), and what only simulations have.</summary>
    private static readonly string[] Without =
    [
        "machine", "cores", "sockets", "smt", "possible-cpus", "pin-sockets", "kernel", "api", "what-if", "rate", "running", "userns", "lifetime", "tasks", "walkers", "mountinfo-line-bytes", "cgroup-driver",
        "replications", "precision", "max-replications", "threads",
    ];

    private static readonly BurstRequest Defaults = new();

    private readonly RequestOptions scenario = new(new PredictRequest().With(workload => workload with { Containers = RealContainers }), Without);
    private readonly IntegerOption runs = new("--runs", "How often the burst is done, for an interval", 1, 1_000, Defaults.Runs);
    private readonly RealOption maxSeconds = new("--max-seconds", "The longest time one burst may take; one that would take longer is refused, or ended", 0, 3_600, Defaults.TimeLimit.TotalSeconds, aboveMin: true);
    private readonly Option<bool> predict = new("--predict") { Description = "Put the prediction of the same burst beside it, from --profile" };

    public IReadOnlyList<OptionGroup> Groups => [.. scenario.Groups, new OptionGroup("Measurement", [runs, maxSeconds, predict])];

    public BurstRequest Read(ParseResult parsed) => new()
    {
        Scenario = scenario.Read(parsed),
        Runs = parsed.GetValue(runs)!.Value,
        TimeLimit = TimeSpan.FromSeconds(parsed.GetValue(maxSeconds)!.Value),
        Predict = parsed.GetValue(predict),
    };
}
