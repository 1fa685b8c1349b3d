using MountSim.Calibration.Hosts;
using MountSim.Calibration.Syscalls;
using MountSim.Calibration.Tracing;

namespace MountSim.Calibration.Guarding;

/// <summary>All that a process of ours can leave on the host: directories in the temporary folder, trace instances, kprobes.</summary>
internal static class Leftovers
{
    /// <summary>Removes what dead processes of ours left, and only that.</summary>
    internal static void Sweep(string folder) => Remove(folder, Owner.IsDead);

    /// <summary>Removes what belongs to the owners for whom <paramref name="isGone"/> holds.</summary>
    internal static void Remove(string folder, Func<string, bool> isGone)
    {
        WorkDirectory.Sweep(folder, isGone);
        try
        {
            using var traceFs = TraceFs.Open();
            TraceInstance.Sweep(traceFs, isGone);
            KprobeSet.Sweep(traceFs, isGone);
        }
        catch (Exception e) when (e is SyscallException or IOException or UnauthorizedAccessException)
        {
            // Where the tracer cannot be reached now, nothing was made with it.
        }
    }
}
