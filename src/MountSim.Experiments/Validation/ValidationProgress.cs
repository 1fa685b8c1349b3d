namespace MountSim.Experiments.Validation;

/// <summary>How far a suite is.</summary>
/// <param name="Done">Units finished.</param>
/// <param name="Total">Units in all, as far as known now.</param>
/// <param name="Unit">What is counted, in the plural: cases, bursts.</param>
public sealed record ValidationProgress(int Done, int Total, string Unit);
