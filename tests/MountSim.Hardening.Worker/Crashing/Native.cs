using System.ComponentModel;
using System.Runtime.InteropServices;

namespace MountSim.Hardening.Crashing;

/// <summary>System calls that .NET has no name for.</summary>
internal static partial class Native
{
    public const int Interrupt = 2, HangUp = 1, KillNow = 9, Terminate = 15; // signal(7)
    private const nuint ReadOnly = 1, Remount = 32; // MS_RDONLY, MS_REMOUNT
    private const int Detach = 2; // MNT_DETACH

    /// <summary>Sends a signal; a process that has ended gets none.</summary>
    public static void Signal(int process, int signal) => Kill(process, signal);

    /// <summary>Mounts a small disk of memory.</summary>
    public static void MountDisk(string folder, long bytes) => Check(Mount("none", folder, "tmpfs", 0, FormattableString.Invariant($"size={bytes}")), folder);

    /// <summary>Gives it another size.</summary>
    public static void ResizeDisk(string folder, long bytes) => Check(Mount("none", folder, "tmpfs", Remount, FormattableString.Invariant($"size={bytes}")), folder);

    /// <summary>Makes it read-only.</summary>
    public static void Freeze(string folder) => Check(Mount("none", folder, "tmpfs", ReadOnly | Remount, ""), folder);

    /// <summary>Takes it away.</summary>
    public static void UnmountDisk(string folder) => Check(Unmount(folder, Detach), folder);

    private static void Check(int result, string what)
    {
        if (result != 0) throw new Win32Exception(Marshal.GetLastPInvokeError(), what);
    }

    [LibraryImport("libc", EntryPoint = "kill", SetLastError = true)]
    private static partial int Kill(int process, int signal);

    [LibraryImport("libc", EntryPoint = "mount", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Mount(string source, string target, string type, nuint flags, string data);

    [LibraryImport("libc", EntryPoint = "umount2", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Unmount(string target, int flags);
}
