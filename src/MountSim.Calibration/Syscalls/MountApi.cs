using static MountSim.Calibration.Syscalls.MountFlags;

namespace MountSim.Calibration.Syscalls;

/// <summary>The fd mount API, one method a call; each returns what the kernel does, -1 with errno on failure.</summary>
internal static unsafe class MountApi
{
    internal static int FsOpen(NativeText type) =>
        (int)Libc.Syscall(SyscallNumbers.FsOpen, (nint)type.Pointer, FsOpenCloseOnExec, 0, 0, 0);

    internal static int SetString(int context, NativeText key, NativeText value) =>
        (int)Libc.Syscall(SyscallNumbers.FsConfig, context, FsConfigSetString, (nint)key.Pointer, (nint)value.Pointer, 0);

    internal static int SetFlag(int context, NativeText key) =>
        (int)Libc.Syscall(SyscallNumbers.FsConfig, context, FsConfigSetFlag, (nint)key.Pointer, 0, 0);

    internal static int Create(int context) =>
        (int)Libc.Syscall(SyscallNumbers.FsConfig, context, FsConfigCreate, 0, 0, 0);

    internal static int FsMount(int context) =>
        (int)Libc.Syscall(SyscallNumbers.FsMount, context, FsMountCloseOnExec, 0, 0, 0);

    internal static int OpenTree(NativeText path) =>
        (int)Libc.Syscall(SyscallNumbers.OpenTree, CurrentDirectory, (nint)path.Pointer, OpenTreeClone | OpenCloseOnExec, 0, 0);

    internal static int MoveMount(int mount, NativeText empty, NativeText target) =>
        (int)Libc.Syscall(SyscallNumbers.MoveMount, mount, (nint)empty.Pointer, CurrentDirectory, (nint)target.Pointer, MoveFromEmptyPath);

    internal static int SetReadOnly(int mount, NativeText empty) => SetAttributes(mount, empty, EmptyPath, AttributeReadOnly, 0);

    internal static int SetReadOnlyAt(NativeText path) => SetAttributes(CurrentDirectory, path, 0, AttributeReadOnly, 0);

    internal static int SetPrivate(int mount, NativeText empty) => SetAttributes(mount, empty, EmptyPath, 0, Private);

    internal static int SetPrivateAt(NativeText path) => SetAttributes(CurrentDirectory, path, 0, 0, Private);

    private static int SetAttributes(int directory, NativeText path, int flags, ulong set, ulong propagation)
    {
        var attributes = stackalloc ulong[4] { set, 0, propagation, 0 };
        return (int)Libc.Syscall(SyscallNumbers.MountSetAttr, directory, (nint)path.Pointer, flags, (nint)attributes, 4 * sizeof(ulong));
    }
}
