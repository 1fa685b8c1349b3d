using MountSim.Calibration.Probes;
using MountSim.Model.Kernels;

namespace MountSim.Calibration.Fitting;

/// <summary>Which measured cost speaks for which class of work, by which operation of the kernel model.</summary>
/// <param name="Class">The class that most of the operation's instructions belong to.</param>
/// <param name="Cost">The measured cost.</param>
/// <param name="Operation">The kernel model's operation.</param>
/// <param name="Slope">What its law's slope is over; null to compare the whole operation.</param>
/// <param name="Parameter">What the cost's parameter is in the model, for whole operations.</param>
internal sealed record EvidenceRule(WorkClass Class, string Cost, string Operation, Variable? Slope = null, Variable? Parameter = null)
{
    /// <summary>Slopes where there are any: what is constant in an operation (a grace period, the library's part) falls out of them.</summary>
    internal static IReadOnlyList<EvidenceRule> All { get; } =
    [
        new(WorkClass.Walk, WalkProbe.Cost, "path.lookup", Variable.Components),
        new(WorkClass.Walk, WalkProbe.Cost, "path.lookup", Parameter: Variable.Components),
        new(WorkClass.Setup, "mount.tmpfs", "mount.tmpfs"),
        new(WorkClass.Setup, "mount.proc", "mount.proc"),
        new(WorkClass.Setup, "mount.overlay", "mount.overlay", Parameter: Variable.Layers),
        new(WorkClass.Setup, "fsconfig.create.tmpfs", "fsconfig.create.tmpfs"),
        new(WorkClass.Setup, "fsconfig.create.overlay", "fsconfig.create.overlay", Parameter: Variable.Layers),
        new(WorkClass.Clone, NamespaceProbe.Copy, "namespace.copy", Variable.Mounts),
        new(WorkClass.Attach, "move_mount.tmpfs", "move_mount"),
        new(WorkClass.Attach, "move_mount.bind", "move_mount"),
        new(WorkClass.Attach, BindProbe.Mounted, "mount.bind"),
        new(WorkClass.Teardown, TreeProbe.Detached, "umount.detach", Variable.Tree),
        new(WorkClass.Teardown, NamespaceProbe.End, "namespace.exit", Variable.Mounts),
        new(WorkClass.Mountinfo, MountinfoProbe.Cost, "mountinfo.read", Variable.Mounts),
    ];
}
