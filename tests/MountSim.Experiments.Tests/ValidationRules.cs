using MountSim.Experiments.Validation;
using MountSim.Model.Costs;

namespace MountSim.Experiments.Tests;

/// <summary>How rows, cases and targets are judged.</summary>
public class ValidationRules
{
    private static readonly ValidationRow Met = ValidationRow.InBand("a", "", Interval.Exact(1), new Interval(1, 0.5, 2));
    private static readonly ValidationRow Missed = ValidationRow.InBand("b", "", Interval.Exact(3), new Interval(1, 0.5, 2), "why", "a remark");
    private static readonly ValidationRow Skipped = ValidationRow.Skip("c", "", "no such host");

    [Fact]
    public void A_missed_row_says_why_and_a_met_one_does_not()
    {
        Assert.Equal((Verdict.Missed, "why"), (Missed.Verdict, Missed.Reason));
        Assert.Equal((Verdict.Met, ""), (Met.Verdict, Met.Reason));
    }

    [Fact]
    public void A_met_row_whose_interval_leaves_the_band_says_so() =>
        Assert.Contains("another seed may miss", ValidationRow.InBand("d", "", new Interval(1, 0.1, 1.2), new Interval(1, 0.5, 2), "why").Reason, StringComparison.Ordinal);

    [Fact]
    public void An_exact_value_is_met_in_the_interval_and_at_its_ends()
    {
        Assert.Equal(Verdict.Met, ValidationRow.HoldsExact("e", "", new Interval(2, 1, 3), 3).Verdict);
        Assert.Equal(Verdict.Missed, ValidationRow.HoldsExact("e", "", new Interval(2, 1, 3), 3.01).Verdict);
    }

    [Fact]
    public void A_case_is_missed_by_one_row_and_skipped_only_by_all()
    {
        Assert.Equal(Verdict.Missed, Case(Met, Missed, Skipped).Verdict);
        Assert.Equal(Verdict.Met, Case(Met, Skipped).Verdict);
        Assert.Equal(Verdict.Skipped, Case(Skipped).Verdict);
    }

    [Theory]
    [InlineData(9, 1, true)]
    [InlineData(8, 2, false)]
    [InlineData(0, 0, false)]
    public void Nine_of_ten_meet_a_target_of_ninety_percent_and_skips_do_not_count(int met, int missed, bool reached)
    {
        List<ValidationCase> cases = [.. Enumerable.Repeat(Case(Met), met), .. Enumerable.Repeat(Case(Missed), missed), Case(Skipped)];
        Assert.Equal(reached, ValidationTarget.ShareOfCases(0.9, cases).Met);
    }

    private static ValidationCase Case(params ValidationRow[] rows) => new("case", "", "", rows);
}
