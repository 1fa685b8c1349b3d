using System.Diagnostics;
using System.Runtime.InteropServices;
using MountSim.Calibration.Syscalls;

namespace MountSim.Calibration.Worker;

/// <summary>
/// A PID namespace whose first process is a child of ours. When that ends, however it ends, the kernel kills whatever was started in it, what nobody waits for too.
/// </summary>
internal static class ProcessNamespace
{
    /// <summary>Starts a program as the first process of a namespace of its own.</summary>
    internal static Process? Start(ProcessStartInfo info)
    {
        // .NET makes the thread that handles signals with the first process or handler, and a thread between two PID namespaces cannot make threads.
        using var early = PosixSignalRegistration.Create(PosixSignal.SIGTERM, _ => { });
        var name = new NativeText("/proc/thread-self/ns/pid");
        var own = (int)SyscallException.Check(Open(name), "open", name.Text);
        SyscallException.Check(Libc.Unshare(MountFlags.NewProcessNamespace), "unshare", "CLONE_NEWPID");
        try
        {
            return Process.Start(info);
        }
        finally
        {
            SyscallException.Check(Libc.SetNamespace(own, MountFlags.NewProcessNamespace), "setns", name.Text);
            _ = Libc.Close(own);
        }
    }

    private static unsafe int Open(NativeText name) => Libc.Open(name.Pointer, MountFlags.OpenCloseOnExec, 0);
}
