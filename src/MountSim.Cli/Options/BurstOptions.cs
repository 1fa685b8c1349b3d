using System.CommandLine;
using MountSim.Experiments;

namespace MountSim.Cli.Options;

/// <summary>The containers that start.</summary>
internal sealed class BurstOptions
{
    private static readonly PredictRequest Defaults = new();

    private readonly IntegerOption containers = new("--containers", "Containers that start", 1, 1_000_000, Defaults.Containers);
    private readonly IntegerOption concurrency = new("--concurrency", "Starts in flight at most; by default all at once", 1, 1_000_000);
    private readonly IntegerOption layers = new("--layers", "Lower layers of a container's overlay", 1, 500, Defaults.Layers); // OVL_MAX_STACK
    private readonly IntegerOption volumes = new("--volumes", "Volumes a container", 0, 1_000, Defaults.Volumes);
    private readonly RealOption lifetime = new("--lifetime", "Seconds after which a started container stops; by default they stay", 0, 1e6, aboveMin: true);

    public BurstOptions() => Group = new OptionGroup("Burst", [containers, concurrency, layers, volumes, lifetime]);

    public OptionGroup Group { get; }

    public PredictRequest Apply(PredictRequest request, ParseResult parsed) => request with
    {
        Containers = parsed.GetValue(containers)!.Value,
        Concurrency = parsed.GetValue(concurrency),
        Layers = parsed.GetValue(layers)!.Value,
        Volumes = parsed.GetValue(volumes)!.Value,
        LifetimeSeconds = parsed.GetValue(lifetime),
    };
}
