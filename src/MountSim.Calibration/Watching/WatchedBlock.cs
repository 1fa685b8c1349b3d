namespace MountSim.Calibration.Watching;

/// <summary>A block of samples of one operation.</summary>
/// <param name="StallNs">By sample: the longest call of the other thread that overlapped the operation, less its usual length, ns.</param>
/// <param name="DurationNs">By sample: the operation's own length, ns.</param>
/// <param name="BaseNs">The usual length of the other thread's call, ns.</param>
public sealed record WatchedBlock(double[] StallNs, double[] DurationNs, double BaseNs);
