using MountSim.Experiments.Validation;
using MountSim.Model.Costs;
using MountSim.Reporting.Models;

namespace MountSim.Reporting.Json;

/// <summary>A validation as JSON.</summary>
/// <remarks>Format is the name and version of this layout; within a version, keys are only ever added.</remarks>
internal sealed record ValidationDocument(
    string Format, string Summary, string Suite, string Target, bool TargetMet, IReadOnlyList<ValidationCaseEntry> Cases, IReadOnlyList<ValidationLine> Quantities, IReadOnlyList<string> Notes)
{
    /// <summary>What predictions are held against, as a heading: closed form, published, measured.</summary>
    public string Known { get; init; } = "known";

    /// <summary>The command line that makes the same results again; null where nobody typed one.</summary>
    public string? Command { get; init; }

    public static ValidationDocument From(ValidationReport report, string? command = null) => new(
        "mountsim-validation/1",
        report.Summary,
        report.Suite,
        report.Target.Text,
        report.Target.Met,
        [.. report.Cases.Select(one => new ValidationCaseEntry(one.Id, one.Title, one.Basis, ValidationLine.Word(one.Verdict)))],
        ValidationLine.Of(report),
        report.Notes)
    {
        Known = report.Known,
        Command = command,
    };

    public ValidationReport Back() => new(
        Suite,
        Known,
        [.. Cases.Select(one => new ValidationCase(one.Case, one.Title, one.Basis, [.. Quantities.Where(line => line.Case == one.Case).Select(Row)]))],
        new ValidationTarget(Target, TargetMet),
        Notes);

    private static ValidationRow Row(ValidationLine line) => new(
        line.Quantity,
        line.Unit,
        line.Predicted is { } predicted ? new Interval(predicted, line.PredictedLow ?? predicted, line.PredictedHigh ?? predicted) : null,
        // A band without a bound on one side has none in the file.
        line.Reference is { } known ? new Interval(known, line.ReferenceLow ?? double.NegativeInfinity, line.ReferenceHigh ?? double.PositiveInfinity) : null,
        Enum.GetValues<Verdict>().FirstOrDefault(verdict => ValidationLine.Word(verdict) == line.Verdict, Verdict.Skipped),
        line.Reason ?? "");
}
