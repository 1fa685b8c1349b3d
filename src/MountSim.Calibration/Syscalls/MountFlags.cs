namespace MountSim.Calibration.Syscalls;

/// <summary>Flags of mount(2), umount2(2), unshare(2) and the fd mount API (include/uapi/linux/mount.h, sched.h, fcntl.h).</summary>
internal static class MountFlags
{
    internal const nuint ReadOnly = 1;
    internal const nuint Remount = 32;
    internal const nuint Bind = 0x1000;
    internal const nuint Recursive = 0x4000;
    internal const nuint Private = 1 << 18;
    internal const nuint Slave = 1 << 19;
    internal const nuint Shared = 1 << 20;

    internal const int Detach = 2;

    internal const int NewNamespace = 0x00020000;
    internal const int OwnFileSystemInfo = 0x00000200;
    internal const int OwnDescriptors = 0x00000400;
    internal const int NewCgroupNamespace = 0x02000000;
    internal const int NewProcessNamespace = 0x20000000;

    internal const int CurrentDirectory = -100;
    internal const int OpenTreeClone = 1;
    internal const int OpenCloseOnExec = 0x80000;
    internal const int SemaphoreOfEvents = 1; // EFD_SEMAPHORE, include/uapi/linux/eventfd.h
    internal const int OpenPath = 0x200000;
    internal const int MoveFromEmptyPath = 0x4;
    internal const int EmptyPath = 0x1000;
    internal const int FsOpenCloseOnExec = 1;
    internal const int FsMountCloseOnExec = 1;
    internal const int FsConfigSetFlag = 0;
    internal const int FsConfigSetString = 1;
    internal const int FsConfigCreate = 6;
    internal const ulong AttributeReadOnly = 1;
}
