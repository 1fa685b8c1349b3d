namespace MountSim.Calibration.Hosts;

/// <summary>CPU time of the whole machine and of this process at a moment, to see who else ran meanwhile.</summary>
/// <param name="BusyMs">All CPUs, in user and kernel code of processes and threads, ms.</param>
/// <param name="StolenMs">Taken by the hypervisor, ms.</param>
/// <param name="OwnMs">This process's, that of its children that have ended, and that of the kernel's threads that its calls make work, ms.</param>
internal readonly record struct CpuUse(double BusyMs, double StolenMs, double OwnMs)
{
    /// <summary>CPU time of others since then, ms; to 10 ms a CPU.</summary>
    internal double OthersMsSince(CpuUse begin) => Math.Max(0, BusyMs - begin.BusyMs - (OwnMs - begin.OwnMs));
}
