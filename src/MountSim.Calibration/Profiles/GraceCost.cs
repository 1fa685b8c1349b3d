using MountSim.Model.Costs;

namespace MountSim.Calibration.Profiles;

/// <summary>An expedited RCU grace period as an umount waits for it, microseconds.</summary>
/// <param name="BaseMicroseconds">With no other CPU busy.</param>
/// <param name="PerBusyCpuMicroseconds">A busy CPU's part.</param>
/// <param name="Measured">False for a guess.</param>
/// <param name="BusyCpus">The most CPUs that were kept busy; beyond, it is an extrapolation.</param>
public sealed record GraceCost(Interval BaseMicroseconds, Interval PerBusyCpuMicroseconds, bool Measured, int BusyCpus);
