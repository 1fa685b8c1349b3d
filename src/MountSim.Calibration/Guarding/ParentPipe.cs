using System.Runtime.InteropServices;
using MountSim.Calibration.Syscalls;

namespace MountSim.Calibration.Guarding;

/// <summary>The pipe that is a child's standard input: it ends when the parent closes it or dies.</summary>
internal static unsafe class ParentPipe
{
    /// <summary>Blocks until it ends.</summary>
    /// <param name="told">Called whenever the parent writes something.</param>
    internal static void WaitForEnd(Action? told = null)
    {
        var buffer = stackalloc byte[16];
        nint read;
        do
        {
            read = Libc.Read(0, buffer, 16);
            if (read > 0)
                told?.Invoke();
        }
        while (read > 0 || (read < 0 && Marshal.GetLastPInvokeError() == (int)Errno.Interrupted));
    }
}
