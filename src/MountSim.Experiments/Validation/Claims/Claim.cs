using MountSim.Model.Costs;

namespace MountSim.Experiments.Validation.Claims;

/// <summary>A claim of the article, and what was measured about it.</summary>
/// <param name="Id">A short name.</param>
/// <param name="Text">What the article says, in a sentence.</param>
/// <param name="Figure">What the measured number is.</param>
/// <param name="Unit">Its unit; empty for a ratio.</param>
/// <param name="Measured">The number with its 95 % interval; null where it was not measured.</param>
/// <param name="Rule">When the claim holds, by that number: above or below a bound.</param>
/// <param name="Bound">The bound.</param>
/// <param name="HoldsAbove">True when the claim holds above the bound, false when it holds below.</param>
/// <param name="Shows">What the host shows, in a sentence.</param>
public sealed record Claim(string Id, string Text, string Figure, string Unit, Interval? Measured, string Rule, double Bound, bool HoldsAbove, string Shows)
{
    /// <summary>Decided where the whole interval lies on one side of the bound.</summary>
    public ClaimVerdict Verdict => Measured switch
    {
        null => ClaimVerdict.NotTested,
        { } number when number.Low > Bound => HoldsAbove ? ClaimVerdict.Holds : ClaimVerdict.DoesNotHold,
        { } number when number.High < Bound => HoldsAbove ? ClaimVerdict.DoesNotHold : ClaimVerdict.Holds,
        _ => ClaimVerdict.Undecided,
    };
}
