using MountSim.Experiments.Published;
using MountSim.Experiments.Validation;
using MountSim.Model;
using MountSim.Model.Workloads;

namespace MountSim.Experiments.Tests.Published;

/// <summary>
/// The published cases in a short form of two replications. The storms of M2, M3 and M5, whose verdicts hang on intervals, are held to their mechanism by
/// <see cref="CloneStorms"/>; <c>validate published</c> is the long form.
/// </summary>
public class PublishedCases
{
    [Theory]
    [InlineData("M1")]
    [InlineData("M4")]
    [InlineData("M6")]
    [InlineData("M7")]
    [InlineData("M8")]
    [InlineData("M9")]
    [InlineData("M11")]
    [InlineData("M12")]
    [InlineData("M13")]
    [InlineData("M14")]
    [InlineData("M15")]
    public void Is_met(string id) => Assert.All(Run(id).Rows, row => Assert.True(row.Verdict == Verdict.Met, $"{row.Quantity}: {row.Predicted} against {row.Reference}"));

    [Fact]
    public void M10_is_missed_and_says_why()
    {
        var outcome = Run("M10");
        Assert.Equal(Verdict.Missed, outcome.Verdict);
        Assert.All(outcome.Rows.Where(row => row.Verdict == Verdict.Missed), row => Assert.NotEmpty(row.Reason));
    }

    [Fact]
    public void A_ratio_is_that_of_the_two_means_in_the_middle_of_its_interval()
    {
        var run = new PublishedRun(new PublishedRequest { Replications = 5 }, TestContext.Current.CancellationToken);
        PredictRequest Burst(int containers) => new() { Workload = new Workload { Containers = containers } };
        var ratio = run.Ratio(Burst(20), Burst(10), storm => storm.StartMs);
        Assert.Equal(run.Storms(Burst(20)).Average(storm => storm.StartMs) / run.Storms(Burst(10)).Average(storm => storm.StartMs), ratio.Value, 1e-9);
        Assert.Equal(ratio.Value - ratio.Low, ratio.High - ratio.Value, 1e-9);
        Assert.InRange(ratio.Low, 1, ratio.Value - 1e-6);
    }

    [Fact]
    public void There_are_fifteen_each_with_its_band_explained()
    {
        Assert.Equal(Enumerable.Range(1, 15).Select(i => $"M{i}"), PublishedSuite.Names);
        Assert.All(PublishedSuite.Cases, one => Assert.True(one.Title.Length > 0 && one.Basis.Length > 0, one.Id));
    }

    [Fact]
    public void A_case_that_there_is_not_is_refused()
    {
        var failure = Assert.Throws<ModelException>(() => PublishedSuite.Run(new PublishedRequest { Cases = ["M16"] }, null, TestContext.Current.CancellationToken));
        Assert.Contains("'M16': no such case", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Equal_seeds_give_equal_rows_whatever_the_threads()
    {
        ValidationReport With(int threads) => PublishedSuite.Run(new PublishedRequest { Cases = ["M12", "M14"], Replications = 2, Threads = threads }, null, TestContext.Current.CancellationToken);
        Assert.Equal(With(1).Cases.SelectMany(one => one.Rows), With(4).Cases.SelectMany(one => one.Rows));
    }

    private static ValidationCase Run(string id) =>
        Assert.Single(PublishedSuite.Run(new PublishedRequest { Cases = [id], Replications = 2 }, null, TestContext.Current.CancellationToken).Cases);
}
