using System.ComponentModel;
using System.Globalization;
using System.Runtime.InteropServices;
using MountSim.Calibration.Hosts;

namespace MountSim.Calibration.Syscalls;

/// <summary>A system call failed: which, on what, why, and what to do about it.</summary>
public sealed class SyscallException : Exception
{
    /// <summary>A failure of <paramref name="call"/> on <paramref name="subject"/>.</summary>
    /// <param name="call">The system call's name with the part of it that matters: <c>mount(overlay)</c>.</param>
    /// <param name="subject">Path or argument.</param>
    /// <param name="errno">The error number.</param>
    public SyscallException(string call, string subject, int errno)
        : base(string.Create(CultureInfo.InvariantCulture, $"{call} {subject}: {Describe(errno)} (errno {errno}). {Remedy(call, (Errno)errno)}"))
    {
        Call = call;
        ErrorNumber = errno;
    }

    /// <summary>The system call's name.</summary>
    public string Call { get; }

    /// <summary>The error number.</summary>
    public int ErrorNumber { get; }

    /// <summary>Throws if <paramref name="result"/> says that the call failed; reads the error number of the calling thread.</summary>
    internal static nint Check(nint result, string call, string subject)
    {
        if (result >= 0)
            return result;
        throw new SyscallException(call, subject, Marshal.GetLastPInvokeError());
    }

    private static string Describe(int errno) => new Win32Exception(errno).Message;

    private static string Remedy(string call, Errno errno) => errno switch
    {
        Errno.NotPermitted => Capability.Mounts.Remedy,
        Errno.AccessDenied => Capability.Overlays.Remedy,
        Errno.NoSystemCall => "The kernel or a seccomp filter does not offer this call; the fd mount API needs Linux 5.2, mount_setattr 5.12.",
        Errno.NoDevice => "The kernel does not know this file system: load its module.",
        Errno.NoSpace when call.StartsWith("unshare", StringComparison.Ordinal) => "Raise user.max_mnt_namespaces or fs.mount-max.",
        Errno.NoSpace => "Raise fs.mount-max, or free memory.",
        Errno.Invalid => "The kernel refuses these arguments; see dmesg for its reason.",
        Errno.Busy => "Something still uses it; try again.",
        _ => "See the manual page of the call.",
    };
}
