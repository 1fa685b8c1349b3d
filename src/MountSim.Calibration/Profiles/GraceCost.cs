using MountSim.Model.Costs;

namespace MountSim.Calibration.Profiles;

/// <summary>An expedited RCU grace period as an umount waits for it, microseconds.</summary>
/// <param name="BaseMicroseconds">Its fixed part.</param>
/// <param name="PerBusyCpuMicroseconds">A busy CPU's part.</param>
/// <param name="Measured">False when the fixed part is a guess.</param>
/// <param name="PerBusyCpuMeasured">False when a busy CPU's part is a guess: fewer than two other CPUs, or none seen.</param>
/// <param name="BusyCpus">The most CPUs that were kept busy; beyond, it is an extrapolation.</param>
/// <param name="IdleMicroseconds">The whole of it while no other CPU is busy, where that is longer than with busy ones; else null.</param>
/// <param name="ThreadMicroseconds">CPU time of the kernel thread that runs it; null where the kernel does not tell.</param>
/// <param name="BackToBackMicroseconds">The whole of it when one follows the other and no other CPU is busy; null in profiles taken before that was measured.</param>
public sealed record GraceCost(
    Interval BaseMicroseconds, Interval PerBusyCpuMicroseconds, bool Measured, bool PerBusyCpuMeasured, int BusyCpus, Interval? IdleMicroseconds = null, Interval? ThreadMicroseconds = null, Interval? BackToBackMicroseconds = null)
{
    /// <summary>CPU time of the kernel thread a caller, where many callers share grace periods; null: not measured.</summary>
    public Interval? ThreadPerCallerMicroseconds { get; init; }
}
