using MountSim.Experiments.Validation.Claims;
using MountSim.Reporting.Tables;

namespace MountSim.Reporting.Json;

/// <summary>One claim.</summary>
internal sealed record ClaimEntry(
    string Claim, string Text, string Figure, string Unit, double? Measured, double? MeasuredLow, double? MeasuredHigh, string HoldsIf, double Bound, string Verdict, string Shows)
{
    public static ClaimEntry Of(Claim claim) => new(
        claim.Id, claim.Text, claim.Figure, claim.Unit, claim.Measured?.Value, claim.Measured?.Low, claim.Measured?.High, claim.Rule, claim.Bound, ClaimsTable.Word(claim.Verdict), claim.Shows);
}
