namespace MountSim.Experiments.Tests;

public class PredictorTests
{
    private static readonly PredictRequest Crowded = (Small.Request with { Runtime = "containerd-runc" }).With(load => load with { Containers = 20 });

    [Fact]
    public void Threads_change_no_byte()
    {
        var one = Canonical.Text(Crowded.Predict());
        Assert.Equal(one, Canonical.Text((Crowded with { Threads = 2 }).Predict()));
        Assert.Equal(one, Canonical.Text((Crowded with { Threads = 8 }).Predict()));
        Assert.Equal(one, Canonical.Text(Crowded.Predict()));
    }

    [Fact]
    public void Another_seed_changes_the_prediction() =>
        Assert.NotEqual(Canonical.Text(Crowded.Predict()), Canonical.Text((Crowded with { Seed = 2 }).Predict()));

    [Fact]
    public void Further_replications_leave_the_first_ones_as_they_are()
    {
        var few = Crowded.Predict();
        var more = (Crowded with { Replications = 5 }).Predict();
        Assert.Equal(3 * 20, few.StartTimesMs.Count);
        Assert.Equal(3 * 20, few.StartTimesMs.Intersect(more.StartTimesMs).Count());
    }

    [Fact]
    public void The_breakdown_adds_up_to_the_mean_start()
    {
        foreach (var request in (PredictRequest[])[Crowded, Crowded.With(load => load with { LifetimeSeconds = 0.1 }), Crowded.With(load => load with { SystemdCgroup = true })])
        {
            var report = request.Predict();
            Assert.Equal(report.StartTimesMs.Average(), report.Breakdown.Sum(part => part.MeanMs), report.StartTimesMs.Average() * 1e-9);
        }
    }

    [Fact]
    public void Quantiles_and_intervals_are_in_order()
    {
        var row = Crowded.Predict().Summary;
        Assert.True(row.StartP50Ms <= row.StartP95Ms && row.StartP95Ms <= row.StartP99Ms && row.StartP99Ms <= row.StartMaxMs);
        Assert.True(row.StartMaxMs <= row.MakespanMs + 1e-9);
        Assert.InRange(row.StartP99Ms, row.StartP99CiLowMs, row.StartP99CiHighMs);
        Assert.InRange(row.MakespanMs, row.MakespanCiLowMs, row.MakespanCiHighMs);
        Assert.True(row.SpinCpuMs <= row.SysCpuMs);
        Assert.Equal(20 / row.MakespanMs * 1000, row.ContainersPerS, 1e-9);
    }

    [Fact]
    public void A_precision_adds_replications_until_the_interval_is_that_tight()
    {
        var row = (Small.Request with { Precision = 0.01 }).Predict().Summary;
        Assert.InRange(row.Replications, 4, 199);
        Assert.True((row.StartP99CiHighMs - row.StartP99Ms) / row.StartP99Ms <= 0.01);
    }

    [Fact]
    public void A_precision_out_of_reach_stops_at_the_maximum() =>
        Assert.Equal(7, (Small.Request with { Precision = 1e-9, MaxReplications = 7 }).Predict().Summary.Replications);

    [Fact]
    public void Progress_counts_to_its_total()
    {
        var seen = new Seen();
        Predictor.Predict(Small.Request, seen, CancellationToken.None);
        Assert.Equal(seen.Reports[^1].Total, seen.Reports[^1].Done);
        Assert.Equal(Enumerable.Range(1, seen.Reports.Count), seen.Reports.Select(report => report.Done));
    }

    [Fact]
    public void Cancelled_before_it_began_it_predicts_nothing() =>
        Assert.ThrowsAny<OperationCanceledException>(() => Predictor.Predict(Small.Request, null, new CancellationToken(canceled: true)));

    private sealed class Seen : IProgress<PredictProgress>
    {
        public List<PredictProgress> Reports { get; } = [];

        public void Report(PredictProgress value) => Reports.Add(value);
    }
}
