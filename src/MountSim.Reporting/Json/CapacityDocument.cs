using MountSim.Experiments;
using MountSim.Experiments.Planning;
using MountSim.Reporting.Columns;

namespace MountSim.Reporting.Json;

/// <summary>A capacity search as JSON.</summary>
/// <remarks>Format is the name and version of this layout; within a version, keys are only ever added.</remarks>
internal sealed record CapacityDocument(
    string Format,
    string Sentence,
    string Varied,
    IReadOnlyList<string> Targets,
    double? Largest,
    double? NextTried,
    double? Missed,
    double? Knee,
    IReadOnlyList<CapacityDocument.Tried> Points,
    IReadOnlyList<Setting> Settings,
    IReadOnlyList<string> Notes)
{
    public static CapacityDocument From(CapacityReport report) => new(
        "mountsim-capacity/1",
        report.Sentence(),
        report.Question.Vary,
        [.. report.Question.Targets.Select(target => target.ToString())],
        report.Largest,
        report.NextTried,
        report.Missed,
        report.Knee,
        [.. report.Points.Select(point => new Tried(point.Value, CapacityColumns.Word(point.Verdict), point.Replications, point.Targets, point.StartP99, point.Summary))],
        report.Settings,
        report.Notes);

    /// <summary>A value that was tried.</summary>
    internal sealed record Tried(double Value, string Verdict, int Replications, IReadOnlyList<Spread> Targets, Spread StartP99Ms, PredictionSummary Summary);
}
