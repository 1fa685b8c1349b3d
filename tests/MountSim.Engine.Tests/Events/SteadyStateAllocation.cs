namespace MountSim.Engine.Tests.Events;

public class SteadyStateAllocation
{
    private const int Million = 1_000_000;

    [Fact]
    public void A_million_timeouts_allocate_nothing() => AssertNoAllocation(simulation =>
    {
        var random = new RandomStream(1, "delays");
        for (var i = 0; i < 100; i++)
            new Scripted(simulation, process => process.Timeout(new SimSpan(random.NextInt(1_000_000)))).Timeout(SimSpan.Zero);
    });

    [Fact]
    public void A_million_events_of_a_contended_resource_allocate_nothing() => AssertNoAllocation(simulation =>
    {
        var random = new RandomStream(1, "delays");
        var gate = new Resource(3);
        for (var i = 0; i < 100; i++)
        {
            var state = 0;
            new Scripted(simulation, process =>
            {
                // 0 thinks, 1 waits, 2 holds.
                if (state == 2) gate.Release();
                state = state switch { 0 => gate.Request(process) ? 2 : 1, 1 => 2, _ => 0 };
                if (state != 1) process.Timeout(new SimSpan(random.NextInt(1000)));
            }).Timeout(SimSpan.Zero);
        }
    });

    // A bucket grows when it meets more entries than ever before, ever more seldom: eight million events of warm-up.
    private static void AssertNoAllocation(Action<Simulation> fill)
    {
        var simulation = new Simulation();
        fill(simulation);
        while (simulation.Events < 8 * Million) simulation.RunUntil(simulation.Now + new SimSpan(1_000_000));
        var events = simulation.Events;
        var before = GC.GetAllocatedBytesForCurrentThread();
        while (simulation.Events < events + Million) simulation.RunUntil(simulation.Now + new SimSpan(1_000_000));
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }
}
