namespace MountSim.Calibration.Bursts;

/// <summary>Wall time of an operation over all starts of a burst.</summary>
/// <param name="Operation">As runtimes name it, or <c>user code</c>.</param>
/// <param name="Count">How often.</param>
/// <param name="TotalNs">All of it, ns.</param>
public sealed record OperationTime(string Operation, long Count, double TotalNs);
