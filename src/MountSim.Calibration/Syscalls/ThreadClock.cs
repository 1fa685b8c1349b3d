namespace MountSim.Calibration.Syscalls;

/// <summary>CPU time of the calling thread.</summary>
internal static unsafe class ThreadClock
{
    private const int ThreadCpuTime = 3; // CLOCK_THREAD_CPUTIME_ID, include/uapi/linux/time.h
    private const long NsPerSecond = 1_000_000_000;

    /// <summary>User and kernel time so far, seconds.</summary>
    internal static double CpuSeconds() => CpuNanoseconds() / (double)NsPerSecond;

    /// <summary>User and kernel time so far, nanoseconds.</summary>
    internal static long CpuNanoseconds()
    {
        var time = stackalloc long[2];
        SyscallException.Check(Libc.GetTime(ThreadCpuTime, time), "clock_gettime", "CLOCK_THREAD_CPUTIME_ID");
        return (time[0] * NsPerSecond) + time[1];
    }
}
