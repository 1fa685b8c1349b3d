using MountSim.Experiments;
using MountSim.Experiments.Planning;
using MountSim.Model.Mitigations;

namespace MountSim.Reporting.Json;

/// <summary>A comparison as JSON.</summary>
/// <remarks>Format is the name and version of this layout; within a version, keys are only ever added.</remarks>
internal sealed record ComparisonDocument(
    string Format, string? RankedBy, PredictionSummary Baseline, IReadOnlyList<ComparisonDocument.Compared> Rows, IReadOnlyList<ComparisonDocument.NotApplied> LeftOut, IReadOnlyList<Setting> Settings, IReadOnlyList<string> Notes)
{
    /// <summary>The command line that makes the same results again; null where nobody typed one.</summary>
    public string? Command { get; init; }

    public static ComparisonDocument From(ComparisonReport report, string? command = null) => new(
        "mountsim-comparison/1",
        report.RankedBy,
        report.Baseline.Summary,
        [.. report.Rows.Select(row => new Compared(row.Variant.Name, row.Variant.Change, row.StartP99, row.Makespan, row.Variant.Mitigation?.Title, row.Variant.Mitigation?.Price, row.Variant.Mitigation?.PriceSource, row.Variant.Mitigation?.Omits, row.Summary, row.Notes))],
        [.. report.LeftOut.Select(mitigation => new NotApplied(mitigation.Name, mitigation.Why))],
        report.Settings,
        report.Notes)
    {
        Command = command,
    };

    public ComparisonReport Back() => new(
        new ComparisonRow(new Variant("baseline", "", new PredictRequest()), Baseline, default, default, []),
        [.. Rows.Select(row => new ComparisonRow(new Variant(row.Name, row.Change, new PredictRequest(), row.Mitigation()), row.Summary, row.StartP99, row.Makespan, row.Notes))],
        Settings,
        Notes,
        [.. LeftOut.Select(one => (one.Name, one.Why))],
        RankedBy);

    /// <summary>A variant.</summary>
    internal sealed record Compared(
        string Name, string Change, Difference StartP99, Difference Makespan, string? Title, string? Price, string? PriceSource, string? Omits, PredictionSummary Summary, IReadOnlyList<string> Notes)
    {
        public Mitigation? Mitigation() => Title is null ? null : new Mitigation(Name, Title, "", Price ?? "", PriceSource ?? "", Omits, []);
    }

    /// <summary>A mitigation that does not apply.</summary>
    internal sealed record NotApplied(string Name, string Why);
}
