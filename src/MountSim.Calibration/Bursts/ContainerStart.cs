using System.Diagnostics;
using MountSim.Calibration.Syscalls;

namespace MountSim.Calibration.Bursts;

/// <summary>A container's start as system calls of the calling thread.</summary>
internal static class ContainerStart
{
    private const int Premade = 0;

    /// <summary>Does one.</summary>
    /// <param name="start">What is done.</param>
    /// <param name="container">To which container.</param>
    /// <param name="issued">The timestamp of its issue.</param>
    /// <param name="times">Takes the time of each call.</param>
    internal static void Do(CompiledStart start, Container container, long issued, OperationTimes times)
    {
        if (start.WantsCgroupNamespace)
            SyscallException.Check(Libc.Unshare(MountFlags.NewCgroupNamespace), "unshare", "CLONE_NEWCGROUP");
        container.Begin();
        if (start.PremadeNamespaces > 0)
            container.MoveTo(Premade);
        var cpu = ThreadClock.CpuNanoseconds();
        var calls = start.Calls;
        for (var i = 0; i < calls.Count; i++)
        {
            container.MoveTo(calls[i].Place);
            var begin = Stopwatch.GetTimestamp();
            calls[i].Do(container);
            times.Add(i, Stopwatch.GetTimestamp() - begin);
        }

        container.LatencyNs = Slots.ToNs(Stopwatch.GetTimestamp() - issued);
        container.CpuNs = ThreadClock.CpuNanoseconds() - cpu;
        container.MoveTo(Container.Host);
    }
}
