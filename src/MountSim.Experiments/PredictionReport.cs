namespace MountSim.Experiments;

/// <summary>A prediction with all that a reader needs to judge it.</summary>
/// <param name="Summary">The row.</param>
/// <param name="Locks">A row a lock and mode, largest total wait first.</param>
/// <param name="StartTimesMs">Start latency of every container of every replication, ms, ascending.</param>
/// <param name="Settings">Every setting with its value and where it came from (option, default, machine file, guess).</param>
/// <param name="Notes">What a reader must know: a machine built from a family, a profile carried to another CPU, guesses.</param>
/// <param name="Breakdown">Where a start's time goes: label and mean ms, adding up to the mean start time.</param>
/// <param name="Sensitivity">The same prediction with one uncertain parameter at a bound.</param>
/// <param name="Sentence">Which lock binds and by how much, in one sentence.</param>
/// <param name="Events">Simulated events over all replications.</param>
public sealed record PredictionReport(
    PredictionSummary Summary,
    IReadOnlyList<LockSummary> Locks,
    IReadOnlyList<double> StartTimesMs,
    IReadOnlyList<Setting> Settings,
    IReadOnlyList<string> Notes,
    IReadOnlyList<(string Label, double MeanMs)> Breakdown,
    IReadOnlyList<SensitivityRow> Sensitivity,
    string Sentence,
    long Events)
{
    /// <summary>The median start latency of each replication, ms.</summary>
    public IReadOnlyList<double> StartP50Ms { get; init; } = [];

    /// <summary>How busy the CPUs and the locks held most were in the course of the burst.</summary>
    public IReadOnlyList<UtilizationSeries> Utilization { get; init; } = [];
}

/// <summary>One setting of a prediction.</summary>
public sealed record Setting(string Name, string Value, string Origin);

/// <summary>The makespan of the first replication with one uncertain parameter as drawn there and at its bounds, all others as drawn.</summary>
public sealed record SensitivityRow(
    string Parameter, double Low, double Value, double High, double MakespanAtLowMs, double MakespanAsDrawnMs, double MakespanAtHighMs);
