using MountSim.Calibration.Probes;

namespace MountSim.Calibration.Curves;

/// <summary>What a worker does over and over while others do the same.</summary>
/// <param name="Name">Its name in the profile.</param>
/// <param name="Make">The probe whose cycle it is, in a worker's room.</param>
internal sealed record CurveOperation(string Name, Func<Room, Probe> Make)
{
    /// <summary>
    /// Long holds without a grace period (propagation: a walk over the table under namespace_sem; mountinfo: the same for readers), copies of a
    /// table and its end, and the cycles of mounts and umounts that grace periods dominate.
    /// </summary>
    internal static IReadOnlyList<CurveOperation> All { get; } =
    [
        new("propagation.rslave", room => new PropagationProbe(room)),
        new("mountinfo.read", room => new MountinfoProbe(room)),
        new("namespace.copy_and_end", room => new NamespaceProbe(room)),
        new("bind.mount_and_umount", _ => new BindProbe(0, [])),
        new("tmpfs.mount_and_umount", _ => MountProbe.Simple("tmpfs")),
        new("bind.fd_api", _ => new TreeMountProbe()),
    ];
}
