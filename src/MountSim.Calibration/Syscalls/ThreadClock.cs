namespace MountSim.Calibration.Syscalls;

/// <summary>CPU time of the calling thread.</summary>
internal static unsafe class ThreadClock
{
    private const int ThreadCpuTime = 3; // CLOCK_THREAD_CPUTIME_ID, include/uapi/linux/time.h

    /// <summary>User and kernel time so far, seconds.</summary>
    internal static double CpuSeconds()
    {
        var time = stackalloc long[2];
        SyscallException.Check(Libc.GetTime(ThreadCpuTime, time), "clock_gettime", "CLOCK_THREAD_CPUTIME_ID");
        return time[0] + (time[1] * 1e-9);
    }
}
