using System.Globalization;

namespace MountSim.Experiments.Validation;

/// <summary>What a suite must reach, and whether it did.</summary>
/// <param name="Text">The target, without a full stop.</param>
/// <param name="Met">Whether it was reached.</param>
public sealed record ValidationTarget(string Text, bool Met)
{
    /// <summary>A share of the cases that were judged must be met; none judged is not met.</summary>
    public static ValidationTarget ShareOfCases(double share, IReadOnlyList<ValidationCase> cases)
    {
        var judged = cases.Count(one => one.Verdict != Verdict.Skipped);
        var text = share >= 1 ? "every case met" : string.Create(CultureInfo.InvariantCulture, $"at least {share * 100:0} % of the cases met");
        return new ValidationTarget(text, judged > 0 && cases.Count(one => one.Verdict == Verdict.Met) >= share * judged);
    }
}
