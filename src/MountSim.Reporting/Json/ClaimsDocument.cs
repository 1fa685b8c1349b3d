using MountSim.Experiments.Validation.Claims;

namespace MountSim.Reporting.Json;

/// <summary>Claims as JSON.</summary>
/// <remarks>Format is the name and version of this layout; within a version, keys are only ever added.</remarks>
internal sealed record ClaimsDocument(string Format, string Summary, string Kernel, IReadOnlyList<ClaimEntry> Claims, IReadOnlyList<string> Notes)
{
    public static ClaimsDocument From(ClaimReport report) => new("mountsim-claims/1", report.Summary, report.Kernel, [.. report.Claims.Select(ClaimEntry.Of)], report.Notes);
}
