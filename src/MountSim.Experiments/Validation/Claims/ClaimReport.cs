using System.Globalization;

namespace MountSim.Experiments.Validation.Claims;

/// <summary>The suite <c>claims</c>: the article's claims, each decided by a measurement on this host.</summary>
/// <param name="Kernel">The kernel release.</param>
/// <param name="Claims">The claims in their order.</param>
/// <param name="Notes">What a reader must know, in sentences.</param>
public sealed record ClaimReport(string Kernel, IReadOnlyList<Claim> Claims, IReadOnlyList<string> Notes)
{
    /// <summary>Every claim that could be tested was decided.</summary>
    public bool Decided => Claims.All(claim => claim.Verdict != ClaimVerdict.Undecided);

    /// <summary>The closing line.</summary>
    public string Summary => string.Create(
        CultureInfo.InvariantCulture,
        $"claims on Linux {Kernel}: {Count(ClaimVerdict.Holds)} hold, {Count(ClaimVerdict.DoesNotHold)} do not, {Count(ClaimVerdict.Undecided)} undecided, {Count(ClaimVerdict.NotTested)} not tested.");

    private int Count(ClaimVerdict verdict) => Claims.Count(claim => claim.Verdict == verdict);
}
