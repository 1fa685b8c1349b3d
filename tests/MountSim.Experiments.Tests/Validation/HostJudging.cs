using MountSim.Experiments.Validation;
using MountSim.Experiments.Validation.Host;
using MountSim.Model.Costs;

namespace MountSim.Experiments.Tests.Validation;

/// <summary>How predictions are judged by real bursts, on measurements that are known.</summary>
public class HostJudging
{
    [Theory]
    [InlineData(114, Verdict.Met)]
    [InlineData(116, Verdict.Missed)]
    [InlineData(84, Verdict.Missed)]
    public void A_steady_host_allows_fifteen_percent(double predicted, Verdict verdict) =>
        Assert.Equal(verdict, HostJudge.Row("throughput", "starts/s", Interval.Exact(predicted), new Interval(100, 99, 101), "").Verdict);

    [Theory]
    [InlineData(129, Verdict.Met)]
    [InlineData(131, Verdict.Missed)]
    public void An_error_within_the_hosts_own_spread_counts_as_met(double predicted, Verdict verdict) =>
        Assert.Equal(verdict, HostJudge.Row("throughput", "starts/s", Interval.Exact(predicted), new Interval(100, 70, 130), "").Verdict);

    [Fact]
    public void Locks_whose_waits_differ_by_less_than_two_are_not_told_apart()
    {
        LockWait[] measured = [new("a", 100, 10), new("b", 100, 6), new("c", 100, 2)];
        LockWait[] predicted = [new("a", 100, 5), new("b", 100, 9), new("c", 100, 1)];
        Assert.Equal(Verdict.Met, HostJudge.LocksInOrder(measured, predicted, 100).Verdict);
    }

    [Fact]
    public void A_lock_in_the_wrong_place_is_a_miss_and_the_row_says_which()
    {
        LockWait[] measured = [new("a", 100, 10), new("b", 100, 2)];
        var row = HostJudge.LocksInOrder(measured, [new("b", 100, 3), new("a", 100, 1)], 100);
        Assert.Equal((Verdict.Missed, 0.0), (row.Verdict, row.Predicted!.Value.Value));
        Assert.Contains("measured: a 10 ms in 100 waits, b 2 ms", row.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Chance_waits_are_not_ranked() =>
        Assert.Equal(Verdict.Skipped, HostJudge.LocksInOrder([new("a", 2, 10), new("b", 1, 1)], [new("b", 100, 3)], 100).Verdict);

    [Fact]
    public void Waits_of_less_than_a_hundredth_of_the_start_time_are_not_ranked() =>
        Assert.Equal(Verdict.Skipped, HostJudge.LocksInOrder([new("a", 1000, 9)], [new("b", 100, 3)], 1000).Verdict);

    [Fact]
    public void The_target_is_the_median_error_with_those_inside_the_spread_as_none()
    {
        ValidationCase Case(string id, double predicted, double spread) => new(id, id, "",
        [
            HostJudge.Row(HostJudge.ThroughputName, "starts/s", Interval.Exact(predicted), new Interval(100, 100 - spread, 100 + spread), ""),
            HostJudge.Row(HostJudge.P50Name, "ms", Interval.Exact(predicted), new Interval(100, 100 - spread, 100 + spread), ""),
        ]);
        Assert.True(HostJudge.Target([Case("near", 110, 1), Case("noisy", 140, 50), Case("far", 200, 1)]).Met);
        Assert.False(HostJudge.Target([Case("near", 110, 1), Case("wrong", 140, 1), Case("far", 200, 1)]).Met);
    }
}
