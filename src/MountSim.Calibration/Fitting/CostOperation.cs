using MountSim.Calibration.Probes;
using MountSim.Model.Kernels;

namespace MountSim.Calibration.Fitting;

/// <summary>Which operation of a kernel model a measured cost is.</summary>
/// <param name="Cost">The cost's name.</param>
/// <param name="Operation">The operation's.</param>
/// <param name="Parameter">What the cost's parameter is in the model; null for none.</param>
internal sealed record CostOperation(string Cost, string Operation, Variable? Parameter)
{
    /// <summary>Whole operations without a grace period.</summary>
    internal static IReadOnlyList<CostOperation> Awake { get; } =
    [
        new(WalkProbe.Cost, "path.lookup", Variable.Components),
        new("mount.tmpfs", "mount.tmpfs", null),
        new("mount.proc", "mount.proc", null),
        new("mount.overlay", "mount.overlay", Variable.Layers),
        new("fsopen.tmpfs", "fsopen", null),
        new("fsconfig.create.tmpfs", "fsconfig.create.tmpfs", null),
        new("fsmount.tmpfs", "fsmount", null),
        new("move_mount.tmpfs", "move_mount", null),
        new(BindProbe.Mounted, "mount.bind", null),
        new(TreeProbe.Bound, "mount.rbind", Variable.Tree),
        new("open_tree.clone", "open_tree.clone", null),
        new("mount_setattr.ro", "mount_setattr.ro", null),
        new("move_mount.bind", "move_mount", null),
        new("close.open_tree", "close.attached", null),
        new(NamespaceProbe.Copy, "namespace.copy", Variable.Mounts),
        new("propagation.rslave", "propagation.slave", Variable.Tree),
        new(MountinfoProbe.Cost, "mountinfo.read", Variable.Mounts),
    ];

    /// <summary>Those with one: their holds can be compared, their whole times cannot.</summary>
    internal static IReadOnlyList<CostOperation> All { get; } =
    [
        .. Awake,
        new(BindProbe.Plain, "umount.plain", null),
        new(BindProbe.Detached, "umount.detach", null),
        new(TreeProbe.Detached, "umount.detach", Variable.Tree),
        new(NamespaceProbe.End, "namespace.exit", Variable.Mounts),
    ];
}
