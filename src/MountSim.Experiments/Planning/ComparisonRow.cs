namespace MountSim.Experiments.Planning;

/// <summary>A variant beside its baseline.</summary>
/// <param name="Variant">The variant.</param>
/// <param name="Summary">Its prediction.</param>
/// <param name="StartP99">What becomes of the 99th percentile of start times.</param>
/// <param name="Makespan">What becomes of the time until the last container runs.</param>
/// <param name="Notes">What a reader must know of the variant and not of the baseline.</param>
public sealed record ComparisonRow(Variant Variant, PredictionSummary Summary, Difference StartP99, Difference Makespan, IReadOnlyList<string> Notes);
