namespace MountSim.Calibration.Holds;

/// <summary>What one execution of an operation did with one lock, probes' own time included.</summary>
/// <param name="Lock">The lock's name.</param>
/// <param name="Reads">Held to read.</param>
/// <param name="Acquisitions">How often it was taken.</param>
/// <param name="Nanoseconds">Sum of its holds.</param>
/// <param name="Probes">Probes whose time is in that sum.</param>
internal sealed record HoldSample(string Lock, bool Reads, int Acquisitions, double Nanoseconds, int Probes);
