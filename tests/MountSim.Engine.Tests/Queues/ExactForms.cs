using MountSim.Engine.Tests.ClosedForms;

namespace MountSim.Engine.Tests.Queues;

/// <summary>Systems without chance: the simulation gives the closed form to the picosecond.</summary>
public class ExactForms
{
    private const long ThinkPs = 900_000;
    private const long HoldPs = 100_000;
    private const int Cycles = 50;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(9)]
    [InlineData(10)]
    [InlineData(11)]
    [InlineData(20)]
    [InlineData(50)]
    public void Constant_cycles_settle_after_the_first(int threads)
    {
        var exact = new ConstantCycle(threads, ThinkPs, HoldPs);
        var threadsRun = RunCycles(threads, together: false);
        foreach (var thread in threadsRun)
            Assert.All(thread.Responses.Skip(2), response => Assert.Equal((long)exact.Response, response));

        var departures = threadsRun.SelectMany(thread => thread.Departures).Order().ToList();
        var period = departures[threads * 20] - departures[threads * 10];
        Assert.Equal(10L * Math.Max(ThinkPs + HoldPs, threads * HoldPs), period);
        Assert.Equal(exact.Throughput, threads * 10 / (double)period, 15);
    }

    [Theory]
    [InlineData(10)]
    [InlineData(50)]
    public void The_kth_of_a_synchronous_burst_waits_for_those_before_it(int threads)
    {
        var exact = new ConstantCycle(threads, ThinkPs, HoldPs);
        var responses = RunCycles(threads, together: true).Select(thread => thread.Responses).ToList();
        for (var k = 1; k <= threads; k++)
            Assert.All(responses[k - 1], response => Assert.Equal((k - 1) * HoldPs, response - HoldPs));
        Assert.Equal(exact.BurstMeanResponse, responses.Average(response => response.Average()), 6);
    }

    [Fact]
    public void A_synchronous_burst_has_the_throughput_of_Amdahl()
    {
        const int threads = 10;
        var exact = new ConstantCycle(threads, ThinkPs, HoldPs);
        var last = RunCycles(threads, together: true).Max(thread => thread.Departures[^1]);
        Assert.Equal(exact.BurstThroughput, threads * Cycles / (double)(last + ThinkPs), 15);
    }

    private static List<CycleThread> RunCycles(int threads, bool together)
    {
        var simulation = new Simulation();
        var gate = new Resource(1);
        var period = ThinkPs + (threads * HoldPs);
        var all = Enumerable.Range(0, threads)
            .Select(_ => new CycleThread(simulation, gate, ThinkPs, HoldPs, Cycles, together ? period : 0))
            .ToList();
        foreach (var thread in all) thread.Timeout(SimSpan.Zero);
        simulation.Run();
        return all;
    }
}
