using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace MountSim.Model.Files;

/// <summary>A file without a name (open(2), O_TMPFILE): when the process dies, however it dies, the kernel frees it and nothing is left.</summary>
public static partial class UnnamedFile
{
    private const string Descriptors = "/proc/self/fd"; // a chroot may lack it
    private const int WriteOnly = 1, CloseOnExec = 0x80000, Unnamed = 0x410000; // O_WRONLY, O_CLOEXEC, O_TMPFILE with its O_DIRECTORY; x86-64
    private const int CurrentDirectory = -100, FollowLink = 0x400; // AT_FDCWD, AT_SYMLINK_FOLLOW
    private const uint ReadWriteAll = 0x1B6; // 0666, which the umask narrows

    /// <summary>A file on the file system of a directory, open for writing.</summary>
    /// <param name="directory">The directory.</param>
    /// <returns>Null where there is none: another system, a file system without them (NFS), or a directory that cannot be written.</returns>
    public static SafeFileHandle? Open(string directory)
    {
        if (!OperatingSystem.IsLinux() || RuntimeInformation.ProcessArchitecture != Architecture.X64 || !Directory.Exists(Descriptors)) return null;
        var handle = OpenAt(directory, WriteOnly | CloseOnExec | Unnamed, ReadWriteAll);
        if (!handle.IsInvalid) return handle;
        handle.Dispose();
        return null;
    }

    /// <summary>Gives it a name that nothing has.</summary>
    /// <param name="file">What <see cref="Open"/> returned.</param>
    /// <param name="path">The name, on the same file system.</param>
    /// <exception cref="IOException">The name cannot be made.</exception>
    public static void Name(SafeFileHandle file, string path)
    {
        ArgumentNullException.ThrowIfNull(file);
        if (Link(CurrentDirectory, string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Descriptors}/{file.DangerousGetHandle()}"), CurrentDirectory, path, FollowLink) != 0)
            throw new IOException(Marshal.GetLastPInvokeErrorMessage());
    }

    [LibraryImport("libc", EntryPoint = "open", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial SafeFileHandle OpenAt(string path, int flags, uint mode);

    [LibraryImport("libc", EntryPoint = "linkat", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Link(int fromDirectory, string from, int toDirectory, string to, int flags);
}
