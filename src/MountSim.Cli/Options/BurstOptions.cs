using System.CommandLine;
using MountSim.Experiments;

namespace MountSim.Cli.Options;

/// <summary>The containers that start, simulated or for real.</summary>
internal sealed class BurstOptions
{
    // A real burst is a first look at a host: it ends in seconds on two CPUs.
    private const int RealContainers = 50;

    private static readonly PredictRequest Defaults = new();

    private readonly IntegerOption containers;
    private readonly IntegerOption concurrency = new("--concurrency", "Starts in flight at most; by default all at once", 1, 1_000_000);
    private readonly IntegerOption layers = new("--layers", "Lower layers of a container's overlay", 1, 500, Defaults.Layers); // OVL_MAX_STACK
    private readonly IntegerOption volumes = new("--volumes", "Volumes a container", 0, 1_000, Defaults.Volumes);
    private readonly Option<bool> userns = new("--userns") { Description = "Each container has a user namespace, for runtimes that can go without; the same as --set U=1" };
    private readonly IntegerOption perPod = new("--containers-per-pod", "App containers a pod, for runtimes that start pods; the same as --set C=N", 1, 1_000);
    private readonly AssignmentsOption set = new("--set", "Set a variable of the runtime, such as MD=12; 'mountsim models show' lists them. May be given more than once");
    private readonly RealOption lifetime = new("--lifetime", "Seconds after which a started container stops; by default they stay", 0, 1e6, aboveMin: true);

    /// <param name="real">The starts are done on this host: without user namespaces, and they stay until the burst is over.</param>
    public BurstOptions(bool real = false)
    {
        containers = new IntegerOption("--containers", "Containers that start", 1, 1_000_000, real ? RealContainers : Defaults.Containers);
        Option[] simulated = [userns, set, lifetime];
        Group = new OptionGroup("Burst", [containers, concurrency, layers, volumes, perPod, .. real ? [set] : simulated]);
    }

    public OptionGroup Group { get; }

    public PredictRequest Apply(PredictRequest request, ParseResult parsed) => request with
    {
        Containers = parsed.GetValue(containers)!.Value,
        Concurrency = parsed.GetValue(concurrency),
        Layers = parsed.GetValue(layers)!.Value,
        Volumes = parsed.GetValue(volumes)!.Value,
        ContainersPerPod = parsed.GetValue(perPod),
        Userns = parsed.GetValue(userns),
        Set = parsed.GetValue(set),
        LifetimeSeconds = parsed.GetValue(lifetime),
    };
}
