using MountSim.Experiments;

namespace MountSim.Reporting.Json;

/// <summary>A report as its JSON says it: the sentence and the row first, the long list last.</summary>
/// <remarks>Format is the name and version of this layout; within a version, keys are only ever added.</remarks>
internal sealed record PredictionDocument(
    string Format,
    string Sentence,
    PredictionSummary Summary,
    IReadOnlyList<BreakdownEntry> Breakdown,
    IReadOnlyList<LockSummary> Locks,
    IReadOnlyList<SensitivityRow> Sensitivity,
    IReadOnlyList<Setting> Settings,
    IReadOnlyList<string> Notes,
    long Events,
    IReadOnlyList<double> StartTimesMs)
{
    /// <summary>How busy CPUs and locks were over time.</summary>
    public IReadOnlyList<UtilizationSeries> Utilization { get; init; } = [];

    /// <summary>The command line that makes the same results again; null where nobody typed one.</summary>
    public string? Command { get; init; }

    public static PredictionDocument From(PredictionReport report, string? command = null) => new(
        "mountsim-prediction/1",
        report.Sentence,
        report.Summary,
        [.. report.Breakdown.Select(part => new BreakdownEntry(part.Label, part.MeanMs))],
        report.Locks,
        report.Sensitivity,
        report.Settings,
        report.Notes,
        report.Events,
        report.StartTimesMs)
    {
        Utilization = report.Utilization,
        Command = command,
    };

    public PredictionReport Back() => new(
        Summary, Locks, [.. StartTimesMs.Order()], Settings, Notes, [.. Breakdown.Select(part => (part.Label, part.MeanMs))], Sensitivity, Sentence, Events)
    {
        Utilization = Utilization,
    };
}
