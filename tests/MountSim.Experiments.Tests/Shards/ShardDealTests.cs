using MountSim.Experiments.Fleets;
using MountSim.Experiments.Inputs;
using MountSim.Experiments.Planning;
using MountSim.Experiments.Shards;
using MountSim.Experiments.Sweeps;
using MountSim.Experiments.Tests.Sweeps;

namespace MountSim.Experiments.Tests.Shards;

public sealed class ShardDealTests
{
    private static readonly SweepPlan Plan = Plans.Of(Plans.Axis("runtime", "runc-1.5,crun-1.29,minimal-fd"), Plans.Axis("containers", "10..400:10"));

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(7)]
    [InlineData(200)] // more shards than scenarios: some are empty
    public void Each_scenario_goes_to_one_shard(int shards) => Assert.Equal(
        Enumerable.Range(0, 120).Select(position => (long)position),
        Enumerable.Range(0, shards).SelectMany(index => ShardDeal.Positions(Plan, new Shard(index, shards), new EventEstimate())).Order());

    [Fact]
    public void No_shard_has_more_than_the_mean_and_one_scenario()
    {
        const int shards = 7;
        var dealt = ShardDeal.All(Plan, shards, new EventEstimate()).ToList();
        var work = dealt.GroupBy(one => one.Shard).Select(shard => shard.Sum(one => one.Cost.Events)).ToList();
        Assert.InRange(work.Max(), 0, (dealt.Sum(one => one.Cost.Events) / shards) + dealt.Max(one => one.Cost.Events));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(40)]
    public void Each_scenario_of_a_fleet_goes_to_one_shard_and_the_shards_have_about_the_same_work(int shards)
    {
        var classes = string.Concat(Enumerable.Range(1, 30).Select(containers => $"a,1,{containers}\nb,2,{containers}\n"));
        var input = FleetInput.Read(InputTable.Parse($"class,hosts,containers\n{classes}", "hosts.csv"), new PredictRequest());
        var plan = new FleetPlan(input, new FleetQuestion([Slo.Parse("start_p99_ms<=10s")], 4, null));
        var dealt = Enumerable.Range(0, shards).Select(index => ShardDeal.Positions(plan, new Shard(index, shards))).ToList();
        Assert.Equal(Enumerable.Range(0, 30), dealt.SelectMany(positions => positions).Order());
        var events = dealt.Select(positions => positions.Sum(position => EventEstimate.Of(plan.Scenarios[position]).Events)).ToList();
        Assert.InRange(events.Max(), 0, (events.Sum() / shards) + plan.Scenarios.Max(scenario => EventEstimate.Of(scenario).Events));
    }

    [Fact]
    public void A_scenario_that_cannot_be_built_costs_nothing_and_stops_nothing()
    {
        var plan = Plans.Of(Plans.Axis("cores", "6,8"), Plans.Axis("sockets", "4"));
        Assert.Equal([1L, new EventEstimate().Of(plan.SettingsAt(1)).Events], ShardDeal.All(plan, 2, new EventEstimate()).Select(one => one.Cost.Events));
    }

    [Fact]
    public void Events_are_estimated_within_a_factor_of_two()
    {
        foreach (var runtime in new[] { "runc-1.5", "crun-1.29", "containerd-runc" })
        {
            var plan = Plans.Of(Plans.Axis("runtime", runtime), Plans.Axis("containers", "40"), Plans.Axis("replications", "2"), Plans.Axis("machine", "m7a.24xlarge"));
            var simulated = Predictor.Predict(SweepFields.Apply(new PredictRequest(), plan.SettingsAt(0)), null, TestContext.Current.CancellationToken).Events;
            Assert.InRange(new EventEstimate().Of(plan.SettingsAt(0)).Events, simulated / 2, simulated * 2);
        }
    }
}
