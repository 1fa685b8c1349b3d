using MountSim.Engine;

namespace MountSim.Experiments.Theory.Queues;

/// <summary>N threads that think and hold one lock in turn. Records the time between departures (its mean is 1/X) and the response (wait and hold).</summary>
internal sealed class ClosedSystem
{
    private readonly Recorder _recorder;
    private SimTime _lastDeparture;

    private ClosedSystem(Simulation simulation, RunPlan plan, HoldLaw think, HoldLaw hold, int cores)
    {
        Think = think;
        Hold = hold;
        Cores = cores == 0 ? null : new Resource(cores);
        Random = new RandomStream(plan.Seed, "closed system");
        _recorder = new Recorder(simulation, plan, 2);
    }

    public HoldLaw Think { get; }

    public HoldLaw Hold { get; }

    public Resource Lock { get; } = new(1);

    /// <summary>What thinking needs; null when every thread has a core of its own.</summary>
    public Resource? Cores { get; }

    public RandomStream Random { get; }

    /// <summary>Simulates; times are ns. Zero cores: thinking needs none.</summary>
    public static IReadOnlyList<BatchMeans> Simulate(RunPlan plan, int threads, HoldLaw think, HoldLaw hold, int cores = 0)
    {
        var simulation = new Simulation();
        var system = new ClosedSystem(simulation, plan, think, hold, cores);
        for (var i = 0; i < threads; i++) new ClosedThread(simulation, system).Timeout(SimSpan.Zero);
        simulation.Run();
        return system._recorder.Means;
    }

    internal void Departed(SimTime now, SimSpan response)
    {
        _recorder.Add((now - _lastDeparture).Nanoseconds, response.Nanoseconds);
        _lastDeparture = now;
    }
}
