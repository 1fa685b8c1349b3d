using MountSim.Experiments.Validation;

namespace MountSim.Reporting.Models;

/// <summary>A line of a validation: one quantity of one case, units beside.</summary>
public sealed record ValidationLine(
    string Suite, string Case, string Quantity, string Unit, double? Predicted, double? PredictedLow, double? PredictedHigh,
    double? Reference, double? ReferenceLow, double? ReferenceHigh, double? Error, string Verdict, string? Reason)
{
    /// <summary>The lines of a report.</summary>
    public static IReadOnlyList<ValidationLine> Of(ValidationReport report) =>
    [
        .. report.Cases.SelectMany(one => one.Rows.Select(row => new ValidationLine(
            report.Suite, one.Id, row.Quantity, row.Unit, row.Predicted?.Value, row.Predicted?.Low, row.Predicted?.High,
            row.Reference?.Value, row.Reference?.Low, row.Reference?.High, row.Error, Word(row.Verdict), row.Reason.Length == 0 ? null : row.Reason))),
    ];

    /// <summary>A verdict in a word.</summary>
    public static string Word(Verdict verdict) => verdict switch
    {
        Experiments.Validation.Verdict.Met => "met",
        Experiments.Validation.Verdict.Missed => "missed",
        _ => "skipped",
    };
}
