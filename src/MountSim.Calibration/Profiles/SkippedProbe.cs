namespace MountSim.Calibration.Profiles;

/// <summary>Something that could not be measured on the host.</summary>
/// <param name="Probe">The costs it would have given.</param>
/// <param name="Reason">Why, and what would make it possible.</param>
public sealed record SkippedProbe(string Probe, string Reason);
