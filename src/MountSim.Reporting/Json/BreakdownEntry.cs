namespace MountSim.Reporting.Json;

/// <summary>One part of the mean start.</summary>
internal sealed record BreakdownEntry(string Label, double MeanMs);
