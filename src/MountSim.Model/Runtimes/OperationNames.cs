namespace MountSim.Model.Runtimes;

/// <summary>The operations a runtime may use; every kernel model has a script of each, or says that it lacks it.</summary>
public static class OperationNames
{
    /// <summary>All names.</summary>
    public static readonly IReadOnlyList<string> All =
    [
        "mount.overlay", "mount.tmpfs", "mount.proc", "mount.sysfs", "mount.devpts", "mount.mqueue", "mount.cgroup2", "mount.bind", "mount.rbind",
        "remount.bind", "remount.sb", "propagation.private", "propagation.slave",
        "umount.plain", "umount.detach", "umount.detach.tmpfs", "umount.detach.proc", "umount.detach.overlay", "umount.detach.oldroot",
        "fsopen", "fsconfig.set", "fsconfig.lowerdir_fd", "fsconfig.create.overlay", "fsconfig.create.tmpfs", "fsconfig.create.proc", "fsmount", "move_mount",
        "close.attached", "close.detached", "close.fscontext", "open_tree.clone", "open_tree.namespace",
        "mount_setattr.ro", "mount_setattr.idmap", "mount_setattr.propagation",
        "namespace.copy", "namespace.copy_empty", "namespace.replace", "namespace.exit", "setns", "pivot_root",
        "mountinfo.lines", "mountinfo.read", "listmount", "statmount", "rmdir.mountpoint", "path.lookup",
    ];

    /// <summary>Name to itself, for lookups with suggestions.</summary>
    internal static readonly IReadOnlyDictionary<string, string> ByName = All.ToDictionary(name => name, StringComparer.Ordinal);

    /// <summary>True for a system call that attaches or detaches mounts: mount(2) of something new or bound, move_mount, umount2.</summary>
    public static bool AttachesOrDetaches(string operation) => operation == "move_mount" || Is(operation, "mount.") || Is(operation, "umount.");

    /// <summary>True for a call of mount(2).</summary>
    public static bool IsLegacy(string operation) => Is(operation, "mount.") || Is(operation, "remount.") || Is(operation, "propagation.");

    /// <summary>
    /// True for a call of the fd API. An fsopen counts with its fsconfigs as one; closing a descriptor counts only where that drops a detached
    /// tree, since the others do nothing to mounts.
    /// </summary>
    public static bool IsFd(string operation) =>
        operation is "fsopen" or "fsmount" or "move_mount" or "open_tree.clone" or "open_tree.namespace" or "close.detached" || Is(operation, "mount_setattr.");

    /// <summary>True for a call that the reference's totals count: mount(2), the fd API, umount2, namespaces and pivot_root.</summary>
    public static bool IsCounted(string operation) =>
        IsLegacy(operation) || IsFd(operation) || Is(operation, "umount.") || operation is "namespace.copy" or "namespace.copy_empty" or "namespace.replace" or "setns" or "pivot_root";

    private static bool Is(string operation, string prefix) => operation.StartsWith(prefix, StringComparison.Ordinal);
}
