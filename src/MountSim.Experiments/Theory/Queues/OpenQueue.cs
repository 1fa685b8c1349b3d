using MountSim.Engine;

namespace MountSim.Experiments.Theory.Queues;

/// <summary>M/G/c: exponential gaps between customers, c servers.</summary>
internal sealed class OpenQueue : Process
{
    private readonly double _meanGap;
    private readonly HoldLaw _service;
    private readonly IReadOnlyList<Func<Visit, double>> _quantities;
    private readonly double[] _row;
    private readonly Recorder _recorder;
    private readonly RandomStream _gaps;
    private readonly RandomStream _services;
    private readonly Stack<Customer> _idle = new();

    private OpenQueue(Simulation simulation, RunPlan plan, double meanGap, HoldLaw service, int servers, IReadOnlyList<Func<Visit, double>> quantities)
        : base(simulation)
    {
        _meanGap = meanGap;
        _service = service;
        _quantities = quantities;
        _row = new double[quantities.Count];
        Servers = new Resource(servers);
        _recorder = new Recorder(simulation, plan, quantities.Count);
        _gaps = new RandomStream(plan.Seed, "gaps");
        _services = new RandomStream(plan.Seed, "services");
    }

    public Resource Servers { get; }

    /// <summary>Simulates; times are ns. Each quantity is a mean over customers.</summary>
    public static IReadOnlyList<BatchMeans> Simulate(RunPlan plan, double meanGap, HoldLaw service, int servers, IReadOnlyList<Func<Visit, double>> quantities)
    {
        var simulation = new Simulation();
        var queue = new OpenQueue(simulation, plan, meanGap, service, servers, quantities);
        queue.Timeout(SimSpan.Zero);
        simulation.Run();
        return queue._recorder.Means;
    }

    internal SimSpan DrawService() => SimSpan.FromNanoseconds(_service.Draw(_services));

    internal void Left(Customer customer, Visit visit)
    {
        _idle.Push(customer);
        for (var i = 0; i < _row.Length; i++) _row[i] = _quantities[i](visit);
        _recorder.Add(_row);
    }

    protected override void Resume()
    {
        if (!_idle.TryPop(out var customer)) customer = new Customer(this);
        customer.Come();
        Timeout(SimSpan.FromNanoseconds(_gaps.NextExponential(_meanGap)));
    }
}
