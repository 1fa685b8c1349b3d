namespace MountSim.Engine.Tests.Queues;

/// <summary>M/G/c: exponential gaps between customers, c servers. Records the wait, whether the customer found the queue empty, and whether it stayed longer than a limit.</summary>
public sealed class OpenQueue : Process
{
    private readonly double _meanGap;
    private readonly HoldLaw _service;
    private readonly double _limit;
    private readonly Recorder _recorder;
    private readonly RandomStream _gaps;
    private readonly RandomStream _services;
    private readonly Stack<Customer> _idle = new();

    private OpenQueue(Simulation simulation, RunPlan plan, double meanGap, HoldLaw service, int servers, int quantities, double limit)
        : base(simulation)
    {
        _meanGap = meanGap;
        _service = service;
        _limit = limit;
        Servers = new Resource(servers);
        _recorder = new Recorder(simulation, plan, quantities);
        _gaps = new RandomStream(plan.Seed, "gaps");
        _services = new RandomStream(plan.Seed, "services");
    }

    public Resource Servers { get; }

    /// <summary>Simulates; times are ns.</summary>
    public static IReadOnlyList<BatchMeans> Simulate(RunPlan plan, double meanGap, HoldLaw service, int servers, int quantities = 1, double limit = 0)
    {
        var simulation = new Simulation();
        var queue = new OpenQueue(simulation, plan, meanGap, service, servers, quantities, limit);
        queue.Timeout(SimSpan.Zero);
        simulation.Run();
        return queue._recorder.Means;
    }

    internal SimSpan DrawService() => SimSpan.FromNanoseconds(_service.Draw(_services));

    internal void Left(Customer customer, SimSpan wait, SimSpan response, bool foundItEmpty)
    {
        _idle.Push(customer);
        _recorder.Add(wait.Nanoseconds, foundItEmpty ? 1 : 0, response.Nanoseconds > _limit ? 1 : 0);
    }

    protected override void Resume()
    {
        if (!_idle.TryPop(out var customer)) customer = new Customer(this);
        customer.Come();
        Timeout(SimSpan.FromNanoseconds(_gaps.NextExponential(_meanGap)));
    }
}
