using MountSim.Experiments;
using MountSim.Experiments.Planning;

namespace MountSim.Reporting.Json;

/// <summary>A comparison as JSON.</summary>
/// <remarks>Format is the name and version of this layout; within a version, keys are only ever added.</remarks>
internal sealed record ComparisonDocument(
    string Format, string? RankedBy, PredictionSummary Baseline, IReadOnlyList<ComparisonDocument.Compared> Rows, IReadOnlyList<ComparisonDocument.NotApplied> LeftOut, IReadOnlyList<Setting> Settings, IReadOnlyList<string> Notes)
{
    public static ComparisonDocument From(ComparisonReport report) => new(
        "mountsim-comparison/1",
        report.RankedBy,
        report.Baseline.Summary,
        [.. report.Rows.Select(row => new Compared(row.Variant.Name, row.Variant.Change, row.StartP99, row.Makespan, row.Variant.Mitigation?.Title, row.Variant.Mitigation?.Price, row.Variant.Mitigation?.PriceSource, row.Variant.Mitigation?.Omits, row.Summary, row.Notes))],
        [.. report.LeftOut.Select(mitigation => new NotApplied(mitigation.Name, mitigation.Why))],
        report.Settings,
        report.Notes);

    /// <summary>A variant.</summary>
    internal sealed record Compared(
        string Name, string Change, Difference StartP99, Difference Makespan, string? Title, string? Price, string? PriceSource, string? Omits, PredictionSummary Summary, IReadOnlyList<string> Notes);

    /// <summary>A mitigation that does not apply.</summary>
    internal sealed record NotApplied(string Name, string Why);
}
