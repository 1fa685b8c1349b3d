using System.Runtime.InteropServices;

namespace MountSim.Calibration.Syscalls;

/// <summary>
/// Numbers of the calls that C libraries may lack. All were added after the tables were unified, so that x86_64 and arm64 agree
/// (include/uapi/asm-generic/unistd.h, arch/x86/entry/syscalls/syscall_64.tbl).
/// </summary>
internal static class SyscallNumbers
{
    internal const nint OpenTree = 428;
    internal const nint MoveMount = 429;
    internal const nint FsOpen = 430;
    internal const nint FsConfig = 431;
    internal const nint FsMount = 432;
    internal const nint MountSetAttr = 442;
    internal const nint StatMount = 457;
    internal const nint ListMount = 458;

    // The one call here that is older than the unified tables.
    internal static nint PivotRoot => RuntimeInformation.ProcessArchitecture == Architecture.X64 ? 155 : 41;

    /// <summary>True where the numbers above hold.</summary>
    internal static bool Known => RuntimeInformation.ProcessArchitecture is Architecture.X64 or Architecture.Arm64;
}
