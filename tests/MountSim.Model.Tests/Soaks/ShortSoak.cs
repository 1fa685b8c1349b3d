using MountSim.Soak;

namespace MountSim.Model.Tests.Soaks;

/// <summary>The short form of tests/MountSim.Soak, whose long form runs for an hour (results/README.md).</summary>
public class ShortSoak
{
    private const int Seeds = 60;

    [Fact]
    public void Every_invariant_holds_in_random_scenarios()
    {
        var run = new SoakRun(firstSeed: 1);
        while (run.NextSeed <= Seeds) Assert.True(run.Step(TestContext.Current.CancellationToken), run.Failure);
        Assert.True(run.Scenarios > Seeds / 2, $"only {run.Scenarios} scenarios of {Seeds} seeds can be");
        Assert.All(Enum.GetValues<Invariant>(), invariant => Assert.True(run.Tally.Of(invariant) > 0, $"{invariant} was never looked at"));
    }

    /// <summary>Seeds that failed once.</summary>
    [Theory]
    [InlineData(253)] // --api fd made one mount of a tree of two, and the stop took away mounts that were not there
    public void A_seed_that_failed_holds_now(long seed)
    {
        var run = new SoakRun(seed);
        Assert.True(run.Step(TestContext.Current.CancellationToken), run.Failure);
        Assert.Equal(1, run.Scenarios);
    }

    [Fact]
    public void A_seed_is_the_same_storm_every_time()
    {
        var (once, again) = (new SoakRun(7), new SoakRun(7));
        Assert.True(once.Step(TestContext.Current.CancellationToken) && again.Step(TestContext.Current.CancellationToken));
        Assert.True(once.Events > 0);
        Assert.Equal((once.Events, once.Tally.Of(Invariant.OneTaskACpu)), (again.Events, again.Tally.Of(Invariant.OneTaskACpu)));
    }
}
