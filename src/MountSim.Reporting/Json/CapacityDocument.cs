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
    /// <summary>The command line that makes the same results again; null where nobody typed one.</summary>
    public string? Command { get; init; }

    public static CapacityDocument From(CapacityReport report, string? command = null) => new(
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
        report.Notes)
    {
        Command = command,
    };

    public CapacityReport Back() => new(
        new CapacityQuestion { Request = new PredictRequest(), Targets = [.. Targets.Select(Slo.Parse)], Vary = Varied, From = Points.Select(point => point.Value).DefaultIfEmpty(1).Min() },
        Largest,
        NextTried,
        Missed,
        Knee,
        [.. Points.Select(point => new CapacityPoint(point.Value, CapacityColumns.Verdict(point.Verdict), point.Targets, point.StartP99Ms, point.Summary, point.Replications))],
        Settings,
        Notes);

    /// <summary>A value that was tried.</summary>
    internal sealed record Tried(double Value, string Verdict, int Replications, IReadOnlyList<Spread> Targets, Spread StartP99Ms, PredictionSummary Summary);
}
