using System.Globalization;
using MountSim.Calibration.Syscalls;

namespace MountSim.Calibration.Bursts;

/// <summary>
/// The stand-in for the host: the measuring process's own mount namespace, made shared as systemd makes it, with a table of the size asked for, the other
/// namespaces that are its slaves, and those that exist before a start.
/// </summary>
internal sealed unsafe class BurstHost
{
    private const string Extra = "extra";
    private readonly NativeText _ownNamespace = new("thread-self/ns/mnt");
    private readonly int _namespace;

    /// <summary>Takes over the calling thread's namespace, which must be private.</summary>
    internal BurstHost(string directory)
    {
        Directory = directory;
        Directories.MakeShared("/");
        ProcDirectory = (int)SyscallException.Check(
            Libc.Open(new NativeText("/proc").Pointer, MountFlags.OpenPath | MountFlags.OpenCloseOnExec, 0), "open", "/proc");
        _namespace = OpenOwnNamespace(_ownNamespace);
        Spinner = new Spinner();
        Table = new TableReader(ProcDirectory);
    }

    /// <summary>The working directory.</summary>
    internal string Directory { get; }

    /// <summary>A descriptor of /proc.</summary>
    internal int ProcDirectory { get; }

    /// <summary>The measured spin loop.</summary>
    internal Spinner Spinner { get; }

    /// <summary>Reads the host's table from a thread that is in it.</summary>
    internal TableReader Table { get; }

    /// <summary>Takes the calling thread, which must have its own file system information, to the host's namespace and a directory there.</summary>
    internal void Enter(NativeText directory)
    {
        SyscallException.Check(Libc.SetNamespace(_namespace, MountFlags.NewNamespace), "setns", "host");
        SyscallException.Check(Libc.ChangeDirectory(directory.Pointer), "chdir", directory.Text);
    }

    /// <summary>A descriptor of the calling thread's namespace.</summary>
    internal int OpenOwnNamespace(NativeText name) =>
        (int)SyscallException.Check(Libc.OpenAt(ProcDirectory, name.Pointer, MountFlags.OpenCloseOnExec, 0), "open", name.Text);

    /// <summary>Grows the table to so many mounts; it keeps what it has where that is more. All are of this host: tmpfs, one each.</summary>
    internal void GrowTable(int mounts)
    {
        var missing = mounts - Table.ReadAll();
        for (var i = 0; i < missing; i++)
        {
            var point = $"{Directory}/{Extra}/{i.ToString(CultureInfo.InvariantCulture)}";
            System.IO.Directory.CreateDirectory(point);
            Directories.Mount("tmpfs", point, "size=64k");
        }
    }

    /// <summary>Makes namespaces that are slaves of the host's, as systemd gives them to services. They live as long as this process.</summary>
    internal void AddSlaves(int count)
    {
        var home = new NativeText(Directory);
        for (var i = 0; i < count; i++)
        {
            SyscallException.Check(Libc.Unshare(MountFlags.NewNamespace), "unshare", "CLONE_NEWNS");
            Directories.MakeSlave("/");
            OpenOwnNamespace(_ownNamespace);
            Enter(home);
        }
    }

    /// <summary>Makes a private namespace whose one mount is the working directory; a descriptor of it.</summary>
    internal int MakePrivateNamespace()
    {
        var home = new NativeText(Directory);
        SyscallException.Check(Libc.Unshare(MountFlags.NewNamespace), "unshare", "CLONE_NEWNS");
        Directories.MakePrivate("/");
        // Bound on itself without what is mounted below it.
        SyscallException.Check(Libc.Mount(home.Pointer, home.Pointer, null, MountFlags.Bind, null), "mount(bind)", Directory);
        Directories.Enter(Directory);
        var here = new NativeText(".");
        SyscallException.Check(Libc.Syscall(SyscallNumbers.PivotRoot, (nint)here.Pointer, (nint)here.Pointer, 0, 0, 0), "pivot_root", Directory);
        SyscallException.Check(Libc.Unmount(here.Pointer, MountFlags.Detach), "umount(detach)", "the old root");
        var descriptor = OpenOwnNamespace(_ownNamespace);
        Enter(home);
        return descriptor;
    }
}
