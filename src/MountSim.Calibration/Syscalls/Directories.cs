using System.Globalization;
using System.Runtime.InteropServices;

namespace MountSim.Calibration.Syscalls;

/// <summary>Directories and mounts made outside of timed loops; every failure throws.</summary>
internal static unsafe class Directories
{
    // include/uapi/asm-generic/fcntl.h: a directory itself, never what a link in its place points to.
    private const int PathOnly = 0x200000, DirectoryOnly = 0x10000, NoFollow = 0x20000, CloseOnExec = 0x80000;

    internal static void Make(string path) =>
        SyscallException.Check(Libc.MakeDirectory(new NativeText(path).Pointer, 0x1C0), "mkdir", path);

    internal static bool TryRemove(string path) => Libc.RemoveDirectory(new NativeText(path).Pointer) == 0;

    internal static void Enter(string path)
    {
        var directory = Open(path);
        var result = Libc.ChangeDirectoryTo(directory);
        var failure = result < 0 ? new SyscallException("fchdir", path, Marshal.GetLastPInvokeError()) : null;
        Libc.Close(directory);
        if (failure is not null)
            throw failure;
    }

    /// <summary>Mounts over a directory that is opened without following a link.</summary>
    internal static void Cover(string type, string path, string data)
    {
        var directory = Open(path);
        try
        {
            Mount(type, string.Create(CultureInfo.InvariantCulture, $"/proc/self/fd/{directory}"), data);
        }
        finally
        {
            Libc.Close(directory);
        }
    }

    internal static string MakeTemporary(string prefix)
    {
        var template = new NativeText(prefix + "XXXXXX");
        if (Libc.MakeTemporaryDirectory(template.Pointer) == null)
            SyscallException.Check(-1, "mkdtemp", template.Text);
        return template.Current;
    }

    internal static void Mount(string type, string target, string data)
    {
        var name = new NativeText(type);
        SyscallException.Check(
            Libc.Mount(name.Pointer, new NativeText(target).Pointer, name.Pointer, 0, new NativeText(data).Pointer), $"mount({type})", target);
    }

    internal static void MakePrivate(string target) => Propagate(target, MountFlags.Private, "mount(rprivate)");

    internal static void MakeShared(string target) => Propagate(target, MountFlags.Shared, "mount(rshared)");

    internal static void MakeSlave(string target) => Propagate(target, MountFlags.Slave, "mount(rslave)");

    internal static void Link(string file, string name) =>
        SyscallException.Check(Libc.Link(new NativeText(file).Pointer, new NativeText(name).Pointer), "link", name);

    internal static void Bind(string source, string target) =>
        SyscallException.Check(
            Libc.Mount(new NativeText(source).Pointer, new NativeText(target).Pointer, null, MountFlags.Bind, null), "mount(bind)", target);

    internal static bool TryDetach(string target) => Libc.Unmount(new NativeText(target).Pointer, MountFlags.Detach) == 0;

    private static int Open(string path) =>
        (int)SyscallException.Check(Libc.Open(new NativeText(path).Pointer, PathOnly | DirectoryOnly | NoFollow | CloseOnExec, 0), "open(O_NOFOLLOW)", path);

    private static void Propagate(string target, nuint flag, string call) =>
        SyscallException.Check(Libc.Mount(null, new NativeText(target).Pointer, null, MountFlags.Recursive | flag, null), call, target);
}
