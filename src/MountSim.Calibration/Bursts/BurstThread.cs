using System.Runtime.ExceptionServices;
using MountSim.Calibration.Syscalls;

namespace MountSim.Calibration.Bursts;

/// <summary>
/// A thread with a current directory, a namespace and a descriptor table of its own, as a process has; it never serves the thread pool and ends with its work.
/// Threads rather than processes: a start costs what its system calls cost, and no fork. What they share with each other, the address space, mount(2) takes no
/// lock of.
/// </summary>
internal sealed class BurstThread
{
    private const int Stack = 256 * 1024;
    private readonly Thread _thread;
    private ExceptionDispatchInfo? _failure;

    internal BurstThread(string name, Action work)
    {
        _thread = new Thread(() => Run(work), Stack) { IsBackground = true, Name = name };
        _thread.Start();
    }

    /// <summary>Waits for its end, and throws what it failed with.</summary>
    internal void Join()
    {
        _thread.Join();
        _failure?.Throw();
    }

    /// <summary>Waits for its end for a time; false when that was too short.</summary>
    internal bool Join(TimeSpan time) => _thread.Join(time);

    /// <summary>Runs something on a thread of its own and waits.</summary>
    internal static void Do(string name, Action work) => new BurstThread(name, work).Join();

    private void Run(Action work)
    {
        try
        {
            SyscallException.Check(Libc.Unshare(MountFlags.OwnFileSystemInfo), "unshare", "CLONE_FS");
            work();
        }
        catch (Exception e)
        {
            _failure = ExceptionDispatchInfo.Capture(e);
        }
    }
}
