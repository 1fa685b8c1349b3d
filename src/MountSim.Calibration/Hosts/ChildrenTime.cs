using MountSim.Calibration.Syscalls;

namespace MountSim.Calibration.Hosts;

/// <summary>CPU time of this process's children that have ended and been waited for, theirs included.</summary>
/// <param name="UserMs">In user code, ms.</param>
/// <param name="KernelMs">In kernel code, ms.</param>
internal readonly record struct ChildrenTime(double UserMs, double KernelMs)
{
    // struct rusage: two struct timeval (seconds, microseconds), then fourteen counts (include/uapi/linux/resource.h).
    private const int Children = -1, Fields = 18;

    /// <summary>Both.</summary>
    internal double TotalMs => UserMs + KernelMs;

    /// <summary>So far.</summary>
    internal static unsafe ChildrenTime Now()
    {
        var usage = stackalloc long[Fields];
        SyscallException.Check(Libc.GetUsage(Children, usage), "getrusage", "children");
        return new ChildrenTime(Ms(usage), Ms(usage + 2));
    }

    private static unsafe double Ms(long* time) => (time[0] * 1e3) + (time[1] / 1e3);
}
