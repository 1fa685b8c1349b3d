namespace MountSim.Engine.Tests.Events;

public class RunUntilTests
{
    private readonly Simulation _simulation = new();
    private readonly List<long> _fired = [];

    [Fact]
    public void An_event_at_the_end_itself_stays_pending()
    {
        At(9);
        At(10);
        _simulation.RunUntil(new SimTime(10));
        Assert.Equal([9], _fired);
        Assert.Equal(new SimTime(10), _simulation.Now);
        _simulation.RunUntil(new SimTime(11));
        Assert.Equal([9, 10], _fired);
    }

    [Fact]
    public void Earlier_events_may_be_added_after_the_end_than_those_that_pend()
    {
        At(1L << 40);
        _simulation.RunUntil(new SimTime(100));
        At(100);
        At(101);
        _simulation.Run();
        Assert.Equal([100, 101, 1L << 40], _fired);
    }

    [Fact]
    public void The_clock_shows_the_end_though_nothing_pends()
    {
        _simulation.RunUntil(new SimTime(5));
        Assert.Equal(new SimTime(5), _simulation.Now);
    }

    [Fact]
    public void A_stop_ends_the_run_after_the_event()
    {
        new Scripted(_simulation, _ => _simulation.Stop()).TimeoutAt(new SimTime(3));
        At(4);
        _simulation.RunUntil(new SimTime(10));
        Assert.Empty(_fired);
        Assert.Equal(new SimTime(3), _simulation.Now);
        _simulation.Run();
        Assert.Equal([4], _fired);
    }

    [Fact]
    public void An_instant_before_the_clock_is_refused_though_no_event_has_run_since()
    {
        At(20);
        _simulation.RunUntil(new SimTime(15));
        var late = new Scripted(_simulation, _ => { });
        Assert.Throws<ArgumentOutOfRangeException>(() => late.TimeoutAt(new SimTime(14)));
        Assert.False(late.IsScheduled);
        Assert.Throws<ArgumentOutOfRangeException>(() => late.Timeout(new SimSpan(-1)));
    }

    [Fact]
    public void Running_until_an_instant_before_the_clock_does_not_turn_it_back()
    {
        _simulation.RunUntil(new SimTime(15));
        _simulation.RunUntil(new SimTime(10));
        Assert.Equal(new SimTime(15), _simulation.Now);
    }

    private void At(long time) => new Scripted(_simulation, _ => _fired.Add(_simulation.Now.Picoseconds)).TimeoutAt(new SimTime(time));
}
