namespace MountSim.Experiments.Sweeps;

/// <summary>How far a sweep is.</summary>
/// <param name="Done">Scenarios that have a row or have failed, in this run.</param>
/// <param name="Before">Rows that the journal had already.</param>
/// <param name="Total">Scenarios in all.</param>
public sealed record SweepProgress(long Done, long Before, long Total);
