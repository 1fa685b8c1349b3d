using System.Runtime.InteropServices;
using MountSim.Calibration.Syscalls;

namespace MountSim.Calibration.Bursts.Calls;

/// <summary>
/// A step of a start, ready to be done: its strings lie in native form, relative to the current directory, so that all containers share them. Doing it
/// allocates nothing.
/// </summary>
internal abstract class BurstCall
{
    /// <summary>The operation's name as runtimes state it.</summary>
    internal required string Operation { get; init; }

    /// <summary>The container's namespace it is done in, counted from the oldest; <see cref="Container.Host"/> for the host's.</summary>
    internal required int Place { get; init; }

    /// <summary>Does it; throws <see cref="SyscallException"/> where the kernel refuses.</summary>
    internal abstract void Do(Container container);

    /// <summary>Throws if the call failed.</summary>
    private protected int Check(nint result, NativeText subject)
    {
        if (result < 0)
            throw new SyscallException(Operation, subject.Text, Marshal.GetLastPInvokeError());
        return (int)result;
    }
}
