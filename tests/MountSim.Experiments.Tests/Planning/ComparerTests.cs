using MountSim.Experiments.Planning;
using MountSim.Model;

namespace MountSim.Experiments.Tests.Planning;

public class ComparerTests
{
    private static readonly PredictRequest Crowd = (Small.Request with { Runtime = "containerd-runc" }).With(load => load with { Containers = 20 });

    [Fact]
    public void A_variant_that_changes_nothing_differs_by_nothing()
    {
        var row = Assert.Single(Compare(Crowd, $"kernel={Crowd.Kernel}").Rows);
        Assert.Equal((0, 0, 1, 1), (row.Makespan.Ms, row.StartP99.Ms, row.Makespan.RatioLow, row.Makespan.RatioHigh));
    }

    [Fact]
    public void Each_row_is_the_prediction_of_its_request()
    {
        var report = Compare(Crowd, "layers=40", "concurrency=5");
        Assert.Equal(Crowd.Predict().Summary.MakespanMs, report.Baseline.Summary.MakespanMs);
        Assert.All(report.Rows, row => Assert.Equal(row.Variant.Request.Predict().Summary.StartP99Ms, row.Summary.StartP99Ms));
    }

    [Fact]
    public void Common_random_numbers_make_the_interval_of_a_difference_far_narrower_than_those_of_its_sides()
    {
        // A CPU for every container: where they share CPUs, a start that ends a moment later changes who runs next, and the numbers in common are worth less.
        var request = (Crowd with { Cores = 64, Replications = 8 }).With(load => load with { Containers = 60 });
        var report = Compare(request, "layers=60");
        var row = report.Rows[0];
        var (own, paired) = (row.Summary.MakespanCiHighMs - row.Summary.MakespanCiLowMs, row.Makespan.HighMs - row.Makespan.LowMs);
        Assert.True(paired < own / 3, $"{paired} against {own}");
    }

    [Fact]
    public void A_faster_lock_is_worth_something_and_a_slower_one_costs()
    {
        // Enough cores that the lock binds.
        var large = (Crowd with { Cores = 64 }).With(load => load with { Containers = 60 });
        var report = Compare(large, "what-if=namespace_sem=x0.5", "what-if=namespace_sem=x2");
        Assert.True(report.Rows[0].Makespan.IsFaster);
        Assert.True(report.Rows[1].Makespan.IsSlower);
        Assert.Same(report.Rows[0], report.Best);
    }

    [Fact]
    public void Threads_change_no_byte()
    {
        static string Text(PredictRequest request) => string.Join('\n', Compare(request, "layers=40", "smt=off", "rate=100").Rows.Select(row => $"{row.Summary} {row.Makespan} {row.StartP99}"));
        Assert.Equal(Text(Crowd), Text(Crowd with { Threads = 4 }));
    }

    [Fact]
    public void A_precision_adds_replications_to_all_alike()
    {
        var report = Compare(Small.Request with { Precision = 0.01, MaxReplications = 48 }, "layers=40");
        Assert.True(report.Baseline.Summary.Replications > Small.Request.Replications);
        Assert.Equal(report.Baseline.Summary.Replications, report.Rows[0].Summary.Replications);
    }

    [Fact]
    public void A_variant_that_cannot_be_built_is_named()
    {
        var refused = Assert.Throws<ModelException>(() => Compare(Crowd, "runtime=crunn"));
        Assert.StartsWith("variant 'runtime=crunn': ", refused.Message, StringComparison.Ordinal);
    }

    private static ComparisonReport Compare(PredictRequest baseline, params string[] variants) =>
        Comparer.Compare(baseline, [.. variants.SelectMany(text => VariantText.Read(baseline, text))], null, CancellationToken.None);
}
