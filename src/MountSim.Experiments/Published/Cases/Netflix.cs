using MountSim.Model.Workloads;

namespace MountSim.Experiments.Published.Cases;

/// <summary>The storm of "Mount Mayhem at Netflix": Kubernetes pods of fifty layers, an idmapped mount each, cgroups by systemd. The kernel is not named there.</summary>
internal static class Netflix
{
    // "12345 29 259:1 /var/lib/containerd/io.containerd.snapshotter.v1.overlayfs/snapshots/12345/fs /var/lib/containerd/tmpmounts/ovl-idmapped1234567890/49
    // rw,relatime,idmapped shared:1 - ext4 /dev/root rw,discard,errors=remount-ro": the line of an idmapped layer, by containerd's names and show_mountinfo.
    private const int LineBytes = 224;

    public static PredictRequest On(string machine, int containers) => new()
    {
        Machine = machine,
        Runtime = "k8s-containerd-userns-perlayer",
        Workload = new Workload { Containers = containers, Layers = 50, SystemdCgroup = true, MountinfoLineBytes = LineBytes },
    };
}
