namespace MountSim.Model.Simulation;

/// <summary>
/// The calls of the fd API in place of those of mount(2), as minimal-fd makes them: one fsconfig sets a source, a flag or a path, and every descriptor is closed once
/// its mount is attached. What the fd API cannot do, or what the kernel models have no call
/// of (sysfs, devpts, mqueue, cgroup2; a clone of a tree of several mounts), stays.
/// </summary>
internal static class FdApi
{
    // lowerdir, upperdir and workdir are one fsconfig each (models/runtimes/minimal-fd.yaml); a source for the others.
    private const int OverlayOptions = 3;

    /// <summary>A container's steps by the fd API.</summary>
    public static IEnumerable<PlanStep> Rewrite(IEnumerable<PlanStep> steps) => steps.SelectMany(Rewrite);

    private static IEnumerable<PlanStep> Rewrite(PlanStep step) => step.Operation switch
    {
        "mount.overlay" => Create(step, OverlayOptions, "fsconfig.create.overlay"),
        "mount.tmpfs" => Create(step, 1, "fsconfig.create.tmpfs"),
        "mount.proc" => Create(step, 1, "fsconfig.create.proc"),
        "mount.bind" or "mount.rbind" when step.Tree is null =>
            [step with { Operation = "open_tree.clone" }, step with { Operation = "move_mount" }, step with { Operation = "close.attached" }],
        "remount.bind" => [step with { Operation = "mount_setattr.ro" }],
        "propagation.private" => [step with { Operation = "mount_setattr.propagation" }],
        _ => [step],
    };

    private static IEnumerable<PlanStep> Create(PlanStep step, int options, string create) =>
    [
        step with { Operation = "fsopen" },
        .. Enumerable.Repeat(step with { Operation = "fsconfig.set" }, options),
        step with { Operation = create },
        step with { Operation = "fsmount" },
        step with { Operation = "move_mount" },
        step with { Operation = "close.attached" },
        step with { Operation = "close.fscontext" },
    ];
}
