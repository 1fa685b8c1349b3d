namespace MountSim.Experiments.Sweeps;

/// <summary>A scenario that is done.</summary>
/// <param name="Scenario">What was asked.</param>
/// <param name="Summary">The prediction, under the scenario's name.</param>
public sealed record SweepRow(SweepScenario Scenario, PredictionSummary Summary);
