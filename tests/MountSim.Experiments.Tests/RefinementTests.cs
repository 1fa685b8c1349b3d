namespace MountSim.Experiments.Tests;

/// <summary>A prediction for somebody who waits.</summary>
public sealed class RefinementTests
{
    private static readonly PredictRequest Request = new PredictRequest { Cores = 8, Sockets = 1, Replications = 5 }.With(load => load with { Containers = 10 });

    [Fact]
    public void Every_report_is_that_of_a_request_for_so_many_replications()
    {
        var reports = Predictor.Refine(Request, 2, CancellationToken.None).ToList();
        Assert.Equal([2, 4, 5, 5], reports.Select(report => report.Summary.Replications));
        foreach (var report in reports)
        {
            var whole = Predictor.Predict(Request with { Replications = report.Summary.Replications }, null, CancellationToken.None);
            Assert.Equal(whole.Summary, report.Summary);
            Assert.Equal(Bare(whole.Locks), Bare(report.Locks));
            Assert.Equal(whole.Locks.SelectMany(one => one.WaitHistogram), report.Locks.SelectMany(one => one.WaitHistogram));
            Assert.Equal(whole.StartTimesMs, report.StartTimesMs);
            Assert.Equal(whole.Breakdown, report.Breakdown);
            Assert.Equal(whole.Sentence, report.Sentence);
            Assert.Equal(whole.Notes, report.Notes);
        }
    }

    // Two records are equal when their lists are one object: the lists are compared by themselves.
    private static IEnumerable<LockSummary> Bare(IReadOnlyList<LockSummary> locks) => locks.Select(one => one with { WaitHistogram = [] });

    [Fact]
    public void Only_the_last_report_has_the_sensitivity()
    {
        var reports = Predictor.Refine(Request, 2, CancellationToken.None).ToList();
        Assert.All(reports[..^1], report => Assert.Empty(report.Sensitivity));
        Assert.Equal(Predictor.Predict(Request, null, CancellationToken.None).Sensitivity, reports[^1].Sensitivity);
    }

    [Fact]
    public void Nothing_is_simulated_that_nobody_asks_for()
    {
        using var ended = new CancellationTokenSource();
        using var reports = Predictor.Refine(Request with { Replications = 100_000 }, 1, ended.Token).GetEnumerator();
        Assert.True(reports.MoveNext());
        ended.Cancel();
        Assert.ThrowsAny<Exception>(() => reports.MoveNext());
    }
}
