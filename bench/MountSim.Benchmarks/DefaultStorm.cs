using BenchmarkDotNet.Attributes;
using MountSim.Experiments;
using MountSim.Model.Simulation;

namespace MountSim.Benchmarks;

/// <summary>One replication of what <c>predict</c> simulates when nothing is said: 500 containers on two sockets of 96 cores.</summary>
public class DefaultStorm
{
    private readonly Scenario _scenario = ScenarioBuilder.Build(new PredictRequest()).Scenario;
    private long _events;

    [Benchmark]
    public long Replication() => _events = new Storm(_scenario, 1).Run().Events;

    // BenchmarkDotNet has no column for it: events / the mean time are events a second.
    [GlobalCleanup]
    public void Say() => Console.WriteLine($"// events of the replication: {_events}");
}
