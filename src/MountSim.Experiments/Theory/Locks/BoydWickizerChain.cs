using MountSim.Engine;
using MountSim.Experiments.Theory.ClosedForms;

namespace MountSim.Experiments.Theory.Locks;

/// <summary>The chain as events. An arrival changes the mean of a service under way: what is left of an exponential time scales with its mean.</summary>
internal sealed class BoydWickizerChain : Process
{
    private readonly BoydWickizer _model;
    private readonly RandomStream _random;
    private readonly BatchMeans _gaps;
    private readonly Queue<Core> _left = new();
    private readonly RunPlan _plan;
    private int _state;
    private int _seen;
    private SimTime _serviceEnds;
    private SimTime _lastDeparture;

    private BoydWickizerChain(Simulation simulation, BoydWickizer model, RunPlan plan) : base(simulation)
    {
        _model = model;
        _random = new RandomStream(plan.Seed, "chain");
        _gaps = new BatchMeans(plan.BatchSize);
        _plan = plan;
    }

    /// <summary>Times between departures, in units of the model; their mean is 1 / rate.</summary>
    public static BatchMeans Simulate(BoydWickizer model, RunPlan plan)
    {
        var simulation = new Simulation();
        var chain = new BoydWickizerChain(simulation, model, plan);
        chain.Timeout(SimSpan.Zero);
        for (var i = 0; i < model.Cores; i++) new Core(chain).Think();
        simulation.Run();
        return chain._gaps;
    }

    protected override void Resume()
    {
        if (_state == 0) return;
        _state--;
        if (++_seen > RunPlan.WarmUp) _gaps.Add((Simulation.Now - _lastDeparture).Nanoseconds);
        _lastDeparture = Simulation.Now;
        if (_plan.IsOver(_seen)) Simulation.Stop();
        _left.Dequeue().Think();
        if (_state > 0) Serve(_random.NextExponential(_model.ServiceMean(_state)));
    }

    private void Arrive(Core core)
    {
        _left.Enqueue(core);
        _state++;
        if (_state == 1) Serve(_random.NextExponential(_model.ServiceMean(1)));
        else Serve((_serviceEnds - Simulation.Now).Nanoseconds * _model.ServiceMean(_state) / _model.ServiceMean(_state - 1));
    }

    private void Serve(double time)
    {
        _serviceEnds = Simulation.Now + SimSpan.FromNanoseconds(time);
        TimeoutAt(_serviceEnds);
    }

    private sealed class Core(BoydWickizerChain chain) : Process(chain.Simulation)
    {
        internal void Think() => Timeout(SimSpan.FromNanoseconds(chain._random.NextExponential(chain._model.Gap)));

        protected override void Resume() => chain.Arrive(this);
    }
}
