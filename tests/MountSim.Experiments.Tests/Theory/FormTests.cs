using MountSim.Engine;
using MountSim.Experiments.Theory;
using MountSim.Experiments.Validation;

namespace MountSim.Experiments.Tests.Theory;

/// <summary>How a stochastic form is judged.</summary>
public class FormTests
{
    private const int BatchSize = 25;

    [Fact]
    public void A_form_whose_closed_form_is_wrong_is_missed() => Assert.Equal(Verdict.Missed, FormOf(exact: 5.2).Judge(new RunPlan(1, 2_500)).Verdict);

    [Fact]
    public void A_miss_by_chance_is_looked_at_again()
    {
        var unlucky = Enumerable.Range(1, 2_000).First(seed => !Interval99.Contains(Sample(new RunPlan(seed, BatchSize)), 5));
        var row = Assert.Single(FormOf(exact: 5).Judge(new RunPlan(unlucky, BatchSize)).Rows);
        Assert.Equal(Verdict.Met, row.Verdict);
        Assert.Contains("of the next 20 seeds", row.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void The_interval_of_independent_samples_covers_in_ninety_nine_of_a_hundred()
    {
        const int runs = 2000;
        var covered = Enumerable.Range(1, runs).Count(seed => Interval99.Contains(Sample(new RunPlan(seed, 10)), 5));
        // 1,980 expected; five standard deviations of the binomial are 22, and skew costs a little coverage.
        Assert.InRange(covered, 1950, 2000);
    }

    private static Form FormOf(double exact) => new("sample", "", [new("mean", "", exact)], plan => [Sample(plan)]);

    private static BatchMeans Sample(RunPlan plan)
    {
        var random = new RandomStream(plan.Seed, "sample");
        var means = new BatchMeans(plan.BatchSize);
        for (var i = 0; i < plan.Samples; i++) means.Add(random.NextExponential(5));
        return means;
    }
}
