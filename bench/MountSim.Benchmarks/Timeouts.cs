using BenchmarkDotNet.Attributes;
using MountSim.Engine;

namespace MountSim.Benchmarks;

/// <summary>Processes that do nothing but wait for random times: one operation is one event, beside a bare loop over the pending-event set.</summary>
public class Timeouts
{
    private const int Events = 1_000_000;
    private const int MeanPs = 1_000_000;

    private readonly Simulation _simulation = new();
    private BareLoop _bare = null!;

    [Params(1, 100, 1_000, 10_000)]
    public int Processes { get; set; }

    [GlobalSetup]
    public void Start()
    {
        _bare = new BareLoop(Processes, MeanPs);
        for (var i = 0; i < Processes; i++) new Loop(_simulation, i).Timeout(SimSpan.Zero);
        Run();
    }

    [Benchmark(OperationsPerInvoke = Events, Baseline = true)]
    public long Bare() => _bare.Run(Events);

    [Benchmark(OperationsPerInvoke = Events)]
    public long Run()
    {
        _simulation.RunUntil(_simulation.Now + new SimSpan((long)MeanPs * Events / Processes));
        return _simulation.Events;
    }

    private sealed class Loop(Simulation simulation, int number) : Process(simulation)
    {
        private readonly RandomStream _random = new(1, "delays", number);

        protected override void Resume() => Timeout(new SimSpan(_random.NextInt(2 * MeanPs)));
    }
}
