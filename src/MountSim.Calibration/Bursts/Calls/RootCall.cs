using MountSim.Calibration.Syscalls;

namespace MountSim.Calibration.Bursts.Calls;

/// <summary>
/// What a runtime does to its root file system: binds it on itself, pivots to it with <c>pivot_root(".", ".")</c>, which leaves the old root on top of the new
/// one, and detaches the old root.
/// </summary>
internal sealed unsafe class RootCall : BurstCall
{
    private static readonly NativeText Here = new(".");
    private static readonly NativeText Root = new("/");

    internal required RootStage Stage { get; init; }

    internal override void Do(Container container)
    {
        switch (Stage)
        {
            case RootStage.BindOnItself:
                var root = container.RootOf(Place);
                Check(Libc.Mount(root.Pointer, root.Pointer, null, MountFlags.Bind | MountFlags.Recursive, null), root);
                Check(Libc.ChangeDirectory(root.Pointer), root);
                break;
            case RootStage.Pivot:
                var old = Check(Libc.Open(Root.Pointer, MountFlags.OpenPath | MountFlags.OpenCloseOnExec, 0), Root);
                Check(Libc.Syscall(SyscallNumbers.PivotRoot, (nint)Here.Pointer, (nint)Here.Pointer, 0, 0, 0), Here);
                Check(Libc.ChangeDirectoryTo(old), Root);
                Check(Libc.Close(old), Root);
                container.Pivoted(Place);
                break;
            default:
                Check(Libc.Unmount(Here.Pointer, MountFlags.Detach), Here);
                Check(Libc.ChangeDirectory(Root.Pointer), Root);
                break;
        }
    }
}
