using System.Globalization;
using MountSim.Calibration.Syscalls;

namespace MountSim.Calibration.Tracing;

/// <summary>
/// The kernel's tracing file system, mounted for this process alone: a mount made by fsmount(2) and attached nowhere, reached through its
/// descriptor. Nobody else sees it, and it ends with the process however that ends.
/// </summary>
internal sealed class TraceFs : IDisposable
{
    private readonly int _mount;

    private TraceFs(int mount) => _mount = mount;

    /// <summary>Its root folder, valid in every thread of this process.</summary>
    internal string Root => string.Create(CultureInfo.InvariantCulture, $"/proc/self/fd/{_mount}");

    /// <summary>The folder of all trace instances.</summary>
    internal string Instances => Root + "/instances";

    /// <summary>Mounts it; throws <see cref="SyscallException"/> where the host refuses.</summary>
    internal static TraceFs Open()
    {
        var type = new NativeText("tracefs");
        if (!SyscallNumbers.Known)
            throw new SyscallException("fsopen", type.Text, (int)Errno.NoSystemCall);
        var context = SyscallException.Check(MountApi.FsOpen(type), "fsopen", type.Text);
        try
        {
            SyscallException.Check(MountApi.Create((int)context), "fsconfig(create)", type.Text);
            return new TraceFs((int)SyscallException.Check(MountApi.FsMount((int)context), "fsmount", type.Text));
        }
        finally
        {
            _ = Libc.Close((int)context);
        }
    }

    /// <summary>Ends the mount.</summary>
    public void Dispose() => _ = Libc.Close(_mount);
}
