using MountSim.Calibration.Profiles;

namespace MountSim.Calibration.Worker;

/// <summary>Which depth was reached.</summary>
/// <param name="Level">The depth.</param>
/// <param name="StackNs">What a waiter's stack cost while locks were learned, ns; null without tracepoints.</param>
internal sealed record ProbeReport(ProbeLevel Level, double? StackNs);
