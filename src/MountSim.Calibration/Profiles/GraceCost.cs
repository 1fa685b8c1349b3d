using MountSim.Model.Costs;

namespace MountSim.Calibration.Profiles;

/// <summary>An expedited RCU grace period as an umount waits for it, microseconds.</summary>
/// <param name="BaseMicroseconds">Its fixed part. Where idle CPUs made it longer than busy ones (a guest wakes them dearly), the busy figure, the interval covering both.</param>
/// <param name="PerBusyCpuMicroseconds">A busy CPU's part.</param>
/// <param name="Measured">False when the fixed part is a guess.</param>
/// <param name="PerBusyCpuMeasured">False when a busy CPU's part is a guess: fewer than two other CPUs, or none seen.</param>
/// <param name="BusyCpus">The most CPUs that were kept busy; beyond, it is an extrapolation.</param>
public sealed record GraceCost(Interval BaseMicroseconds, Interval PerBusyCpuMicroseconds, bool Measured, bool PerBusyCpuMeasured, int BusyCpus);
