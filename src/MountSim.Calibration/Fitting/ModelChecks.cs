using MountSim.Calibration.Probes;
using MountSim.Calibration.Profiles;
using MountSim.Model.Kernels;

namespace MountSim.Calibration.Fitting;

/// <summary>Puts the fitted classes together again and compares with what was measured: how far the kernel model is wrong on this host.</summary>
internal static class ModelChecks
{
    private static readonly (string Cost, string Operation, Variable? Parameter)[] Pairs =
    [
        (WalkProbe.Cost, "path.lookup", Variable.Components),
        ("mount.tmpfs", "mount.tmpfs", null),
        ("mount.proc", "mount.proc", null),
        ("mount.overlay", "mount.overlay", Variable.Layers),
        ("fsopen.tmpfs", "fsopen", null),
        ("fsconfig.create.tmpfs", "fsconfig.create.tmpfs", null),
        ("fsmount.tmpfs", "fsmount", null),
        ("move_mount.tmpfs", "move_mount", null),
        (BindProbe.Mounted, "mount.bind", null),
        (TreeProbe.Bound, "mount.rbind", Variable.Tree),
        ("open_tree.clone", "open_tree.clone", null),
        ("mount_setattr.ro", "mount_setattr.ro", null),
        ("move_mount.bind", "move_mount", null),
        ("close.open_tree", "close.attached", null),
        (NamespaceProbe.Copy, "namespace.copy", Variable.Mounts),
        ("propagation.rslave", "propagation.slave", Variable.Tree),
        (MountinfoProbe.Cost, "mountinfo.read", Variable.Mounts),
    ];

    internal static IReadOnlyList<ModelCheck> All(ClassFit fit, IReadOnlyList<MeasuredCost> costs, IReadOnlyList<ClassCost> classes) =>
    [
        .. from pair in Pairs
           from cost in costs
           where cost.Name == pair.Cost && (pair.Parameter is not null || cost.Value == 0)
           select new ModelCheck(
               new CostDefinition(cost.Name, cost.Parameter, cost.Value).Key,
               cost.Median,
               Math.Round(fit.Explained(pair.Operation, classes, pair.Parameter, cost.Value), 1)),
    ];
}
