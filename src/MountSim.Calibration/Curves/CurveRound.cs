using MountSim.Calibration.Profiles;

namespace MountSim.Calibration.Curves;

/// <summary>One run of some workers.</summary>
/// <param name="Operation">What they did.</param>
/// <param name="Workers">How many.</param>
/// <param name="Traced">With the contention events on.</param>
/// <param name="PerSecond">Cycles a second of all together.</param>
/// <param name="P50Ns">The median cycle, ns.</param>
/// <param name="P95Ns">The 95 % quantile, ns.</param>
/// <param name="Waits">Waits by lock, a cycle; empty when not traced.</param>
/// <param name="Lost">Events lost.</param>
internal sealed record CurveRound(
    string Operation, int Workers, bool Traced, double PerSecond, double P50Ns, double P95Ns, IReadOnlyList<LockWait> Waits, long Lost);
