namespace MountSim.Experiments.Published.Cases;

/// <summary>The storm of "Mount Mayhem at Netflix": Kubernetes pods of fifty layers, an idmapped mount each, cgroups by systemd. The kernel is not named there.</summary>
internal static class Netflix
{
    public static PredictRequest On(string machine, int containers) => new()
    {
        Machine = machine,
        Runtime = "k8s-containerd-userns-perlayer",
        Containers = containers,
        Layers = 50,
        CgroupDriver = "systemd",
    };
}
