using System.CommandLine;
using MountSim.Experiments;

namespace MountSim.Cli.Options;

/// <summary>How often, how exactly and from which seed.</summary>
internal sealed class ReplicationOptions
{
    private const int Most = 100_000;
    private static readonly PredictRequest Defaults = new();

    private readonly IntegerOption replications = new("--replications", "Simulations under different seeds", 1, Most, Defaults.Replications);
    private readonly ShareOption precision = new("--precision", "Replicate until the p99's interval is this narrow on either side, such as 5%", 0.001, 1);
    private readonly IntegerOption maxReplications = new("--max-replications", "Where --precision stops", 1, Most, Defaults.MaxReplications);
    private readonly SeedOption seed = new(Defaults.Seed, "Equal seeds give equal bytes, whatever the threads");
    private readonly IntegerOption threads = new("--threads", "Worker threads; by default one a CPU. Never changes a result", 1, 1_024);

    public ReplicationOptions() => Group = new OptionGroup("Replications", [replications, precision, maxReplications, seed, threads]);

    public OptionGroup Group { get; }

    public PredictRequest Apply(PredictRequest request, ParseResult parsed) => request with
    {
        Replications = parsed.GetValue(replications)!.Value,
        Precision = parsed.GetValue(precision),
        MaxReplications = parsed.GetValue(maxReplications)!.Value,
        Seed = parsed.GetValue(seed),
        Threads = parsed.GetValue(threads),
    };
}
