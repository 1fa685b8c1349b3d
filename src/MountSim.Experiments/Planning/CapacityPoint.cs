namespace MountSim.Experiments.Planning;

/// <summary>One value that a search has tried.</summary>
/// <param name="Value">The value.</param>
/// <param name="Verdict">What it says of the targets.</param>
/// <param name="Targets">The targeted results in the targets' order: mean over replications with its 95 % interval.</param>
/// <param name="StartP99">The 99th percentile of start times, ms.</param>
/// <param name="Summary">The row of the first replications.</param>
/// <param name="Replications">How many were run.</param>
public sealed record CapacityPoint(double Value, Verdict Verdict, IReadOnlyList<Spread> Targets, Spread StartP99, PredictionSummary Summary, int Replications);
