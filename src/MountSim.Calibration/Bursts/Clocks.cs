using MountSim.Calibration.Syscalls;

namespace MountSim.Calibration.Bursts;

/// <summary>CPU time of the calling thread.</summary>
internal static unsafe class Clocks
{
    private const int ThreadCpuTime = 3; // CLOCK_THREAD_CPUTIME_ID, include/uapi/linux/time.h
    private const long NsPerSecond = 1_000_000_000;

    /// <summary>CPU time that the calling thread has used, user and kernel code together, ns.</summary>
    internal static long ThreadCpuNs()
    {
        var time = stackalloc long[2];
        SyscallException.Check(Libc.ClockGetTime(ThreadCpuTime, time), "clock_gettime", "CLOCK_THREAD_CPUTIME_ID");
        return (time[0] * NsPerSecond) + time[1];
    }
}
