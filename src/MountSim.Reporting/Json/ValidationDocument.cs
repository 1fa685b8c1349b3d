using MountSim.Experiments.Validation;
using MountSim.Reporting.Models;

namespace MountSim.Reporting.Json;

/// <summary>A validation as JSON.</summary>
/// <remarks>Format is the name and version of this layout; within a version, keys are only ever added.</remarks>
internal sealed record ValidationDocument(
    string Format, string Summary, string Suite, string Target, bool TargetMet, IReadOnlyList<ValidationCaseEntry> Cases, IReadOnlyList<ValidationLine> Quantities, IReadOnlyList<string> Notes)
{
    public static ValidationDocument From(ValidationReport report) => new(
        "mountsim-validation/1",
        report.Summary,
        report.Suite,
        report.Target.Text,
        report.Target.Met,
        [.. report.Cases.Select(one => new ValidationCaseEntry(one.Id, one.Title, one.Basis, ValidationLine.Word(one.Verdict)))],
        ValidationLine.Of(report),
        report.Notes);
}
