namespace MountSim.Experiments.Sweeps;

/// <summary>A scenario that could not be predicted.</summary>
/// <param name="Scenario">What was asked.</param>
/// <param name="Problem">Why it has no row, and what would help.</param>
public sealed record SweepFailure(SweepScenario Scenario, string Problem);
