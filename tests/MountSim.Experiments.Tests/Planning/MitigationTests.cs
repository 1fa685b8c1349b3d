using MountSim.Experiments.Planning;
using MountSim.Model.Mitigations;
using MountSim.Model.Yaml;

namespace MountSim.Experiments.Tests.Planning;

public class MitigationTests
{
    // The published case: 100 pods of 50 layers, an idmapped mount a layer, on r5.metal.
    private static readonly PredictRequest Published = new PredictRequest { Machine = "r5.metal", Runtime = "k8s-containerd-userns-perlayer", Replications = 2, Threads = 2 }
        .With(load => load with { Containers = 100, Layers = 50 });

    [Fact]
    public void On_the_published_case_the_published_remedy_helps_most_of_what_is_like_for_like()
    {
        var report = Comparer.Mitigate(Published, null, null, CancellationToken.None);
        // The remedy by itself, or the release that has it and a little more.
        Assert.Contains(report.Best!.Variant.Name, new[] { "common-parent-idmap", "containerd-2.3" });
        Assert.True(report.Rows.Single(row => row.Variant.Name == "common-parent-idmap").Makespan.RatioHigh < 0.5);
        Assert.True(report.Best.Makespan.RatioHigh < 0.5);
        Assert.Equal(report.Rows.OrderBy(row => row.Makespan.Ratio), report.Rows);
        // The fd API alone buys nothing on the kernel as it is.
        Assert.InRange(report.Rows.Single(row => row.Variant.Name == "fd-api").Makespan.Ratio, 0.95, 1.1);
        Assert.Contains(report.LeftOut, one => one.Name == "crun" && one.Why.StartsWith("is for runtime containerd-runc", StringComparison.Ordinal));
    }

    [Fact]
    public void Every_mitigation_is_sound_and_has_a_price_with_its_source() => Assert.All(MitigationCatalog.Names.Select(MitigationCatalog.Load), mitigation =>
    {
        Assert.Empty(MitigationRequest.Problems(mitigation));
        Assert.True(mitigation.Price.Length > 10 && mitigation.PriceSource.Length > 5, mitigation.Name);
    });

    [Fact]
    public void A_value_by_the_old_one_applies_to_those_alone()
    {
        var one = Mitigation("runtime: { runc-1.5: crun-1.29 }");
        Assert.Equal("crun-1.29", MitigationRequest.Apply(one, new PredictRequest { Runtime = "runc-1.5" }).Variant!.Request.Runtime);
        Assert.Equal("is for runtime runc-1.5; here it is containerd-runc", MitigationRequest.Apply(one, new PredictRequest()).WhyNot);
    }

    [Fact]
    public void A_law_reads_the_scenarios_numbers()
    {
        var half = Mitigation("concurrency: ceil(concurrency / 2)");
        Assert.Equal(250, MitigationRequest.Apply(half, new PredictRequest()).Variant!.Request.Workload.Concurrency);
        var few = Mitigation("layers: min(layers, 10)");
        Assert.Equal("is so already", MitigationRequest.Apply(few, new PredictRequest().With(load => load with { Layers = 8 })).WhyNot);
    }

    [Theory]
    [InlineData("layer: 10", "there is no option 'layer'")]
    [InlineData("layers: 0", "found '0'")]
    [InlineData("layers: min(lairs, 10)", "lairs")]
    [InlineData("runtime: { runc-1.5: crun-2 }", "unknown runtime 'crun-2'")]
    public void What_no_request_takes_is_a_problem_with_its_place(string change, string problem)
    {
        var found = Assert.Single(MitigationRequest.Problems(Mitigation(change)));
        Assert.Contains(problem, found.Problem, StringComparison.Ordinal);
        Assert.StartsWith("test.yaml:7:", found.Place, StringComparison.Ordinal);
    }

    private static Mitigation Mitigation(string change) =>
        Model.Mitigations.Mitigation.Read(YamlFile.Parse($"name: test\ntitle: t\nsource: s\nprice: p\nprice_source: q\nchange:\n  {change}\n", "test.yaml"));
}
