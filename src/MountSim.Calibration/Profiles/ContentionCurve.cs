namespace MountSim.Calibration.Profiles;

/// <summary>How an operation's throughput and latency change with the number of workers, each in a mount namespace of its own.</summary>
/// <param name="Operation">What a worker does over and over.</param>
/// <param name="Points">By workers, ascending.</param>
public sealed record ContentionCurve(string Operation, IReadOnlyList<CurvePoint> Points);
