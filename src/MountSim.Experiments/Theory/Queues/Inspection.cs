using MountSim.Engine;

namespace MountSim.Experiments.Theory.Queues;

/// <summary>A lock held back to back, and an inspector who looks at random instants: what is left of the hold it meets, and how long that hold is in all.</summary>
internal sealed class Inspection : Process
{
    private readonly HoldLaw _hold;
    private readonly RandomStream _random;
    private readonly Recorder _recorder;
    private readonly Inspector _inspector;
    private SimTime _began;
    private SimTime _ends;

    private Inspection(Simulation simulation, RunPlan plan, HoldLaw hold) : base(simulation)
    {
        _hold = hold;
        _random = new RandomStream(plan.Seed, "holds");
        _recorder = new Recorder(simulation, plan, 2);
        _inspector = new Inspector(this, new RandomStream(plan.Seed, "looks"));
    }

    public static IReadOnlyList<BatchMeans> Simulate(RunPlan plan, HoldLaw hold)
    {
        var simulation = new Simulation();
        var inspection = new Inspection(simulation, plan, hold);
        inspection.Timeout(SimSpan.Zero);
        inspection._inspector.Timeout(SimSpan.Zero);
        simulation.Run();
        return inspection._recorder.Means;
    }

    protected override void Resume()
    {
        _began = Simulation.Now;
        _ends = _began + SimSpan.FromNanoseconds(_hold.Draw(_random));
        TimeoutAt(_ends);
    }

    /// <summary>Looks as a Poisson stream: it sees time averages.</summary>
    private sealed class Inspector(Inspection holds, RandomStream random) : Process(holds.Simulation)
    {
        private const double MeanGap = 150; // ns

        protected override void Resume()
        {
            holds._recorder.Add((holds._ends - Simulation.Now).Nanoseconds, (holds._ends - holds._began).Nanoseconds);
            Timeout(SimSpan.FromNanoseconds(random.NextExponential(MeanGap)));
        }
    }
}
