using System.Text.Json.Serialization;
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
    [property: JsonConverter(typeof(OneLineNumbersConverter))] IReadOnlyList<double> StartTimesMs)
{
    public static PredictionDocument From(PredictionReport report) => new(
        "mountsim-prediction/1",
        report.Sentence,
        report.Summary,
        [.. report.Breakdown.Select(part => new BreakdownEntry(part.Label, part.MeanMs))],
        report.Locks,
        report.Sensitivity,
        report.Settings,
        report.Notes,
        report.Events,
        report.StartTimesMs);
}
