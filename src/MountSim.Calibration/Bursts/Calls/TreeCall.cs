using MountSim.Calibration.Syscalls;

namespace MountSim.Calibration.Bursts.Calls;

/// <summary>
/// A call about a mount that is held by a descriptor: open_tree(OPEN_TREE_CLONE), move_mount, mount_setattr, or a close. The oldest detached mount is attached
/// first; the newest is changed or dropped.
/// </summary>
internal sealed class TreeCall : BurstCall
{
    private static readonly NativeText Empty = new("");

    internal required TreeStage Stage { get; init; }

    internal NativeText Path { get; init; } = Empty;

    /// <summary>mount_setattr of the mount at <see cref="Path"/> instead of the newest detached one.</summary>
    internal bool ByPath { get; init; }

    internal override void Do(Container container)
    {
        switch (Stage)
        {
            case TreeStage.Clone:
                container.Detached.Push(Check(MountApi.OpenTree(Path), Path));
                break;
            case TreeStage.Attach:
                var mount = container.Detached.TakeFirst();
                Check(MountApi.MoveMount(mount, Empty, Path), Path);
                container.Attached.Push(mount);
                break;
            case TreeStage.ReadOnly:
                Check(ByPath ? MountApi.SetReadOnlyAt(Path) : MountApi.SetReadOnly(container.Detached.Last, Empty), Path);
                break;
            case TreeStage.Private:
                Check(ByPath ? MountApi.SetPrivateAt(Path) : MountApi.SetPrivate(container.Detached.Last, Empty), Path);
                break;
            case TreeStage.CloseAttached:
                Check(Libc.Close(container.Attached.TakeFirst()), Path);
                break;
            default:
                Check(Libc.Close(container.Detached.TakeLast()), Path);
                break;
        }
    }
}
