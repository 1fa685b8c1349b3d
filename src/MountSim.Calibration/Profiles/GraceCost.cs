using MountSim.Model.Costs;

namespace MountSim.Calibration.Profiles;

/// <summary>An expedited RCU grace period as an umount waits for it, microseconds.</summary>
/// <param name="BaseMicroseconds">Its fixed part.</param>
/// <param name="PerBusyCpuMicroseconds">A busy CPU's part.</param>
/// <param name="Measured">False when the fixed part is a guess.</param>
/// <param name="PerBusyCpuMeasured">False when a busy CPU's part is a guess: fewer than two other CPUs, or none seen.</param>
/// <param name="BusyCpus">The most CPUs that were kept busy; beyond, it is an extrapolation.</param>
/// <param name="IdleMicroseconds">The whole of it while no other CPU is busy, where that is longer than with busy ones; else null.</param>
public sealed record GraceCost(
    Interval BaseMicroseconds, Interval PerBusyCpuMicroseconds, bool Measured, bool PerBusyCpuMeasured, int BusyCpus, Interval? IdleMicroseconds = null);
