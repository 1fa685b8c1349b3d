using MountSim.Engine.Tests.ClosedForms;

namespace MountSim.Engine.Tests.Queues;

/// <summary>The systems that the engine is held against; ns throughout.</summary>
public static class Forms
{
    private const double Think = 900;
    private const double Hold = 100;

    public static IReadOnlyList<Form> All { get; } =
    [
        MM1(), MD1(), MG1(), MMc(4, 3),
        .. new[] { 1, 2, 5, 10, 11, 20, 50, 100 }.Select(MM1N),
        .. new[] { 2, 5, 10, 20 }.Select(MD1N),
        TwoStations(20, 4), TwoStations(20, 8), TwoStations(20, 16), TwoStations(200, 8),
        .. new[] { "constant", "uniform", "exponential", "mixture" }.Select(Inspected),
    ];

    public static Form Named(string name) => All.Single(form => form.ToString() == name);

    // lambda = 8, mu = 10 in units of a microsecond.
    private static Form MM1()
    {
        var exact = new SingleServer(0.008, ServiceTime.Exponential(Hold));
        return new Form(
            "M/M/1",
            "rho=0.8",
            [new("Wq ns", exact.QueueWait), new("p0", exact.ExponentialProbability(0)), new("P(W>1us)", exact.ExponentialTail(1000))],
            plan => OpenQueue.Simulate(plan, 125, HoldLaw.Exponential(Hold), 1, 3, 1000));
    }

    private static Form MD1()
    {
        var exact = new SingleServer(0.008, ServiceTime.Constant(Hold));
        return new Form(
            "M/D/1",
            "rho=0.8",
            [new("Wq ns", exact.QueueWait), new("p0", exact.ConstantProbability(0))],
            plan => OpenQueue.Simulate(plan, 125, HoldLaw.Constant(Hold), 1, 2));
    }

    private static Form MG1()
    {
        var law = HoldLaw.Named("mixture");
        var exact = new SingleServer(0.005, law.Moments);
        return new Form("M/G/1", "50|550 rho=0.5", [new("Wq ns", exact.QueueWait)], plan => OpenQueue.Simulate(plan, 200, law, 1));
    }

    private static Form MMc(int servers, double load)
    {
        var exact = new ManyServers(servers, load);
        return new Form(
            "M/M/c",
            $"c={servers} a={load}",
            [new("Wq ns", exact.QueueWait * Hold)],
            plan => OpenQueue.Simulate(plan, Hold / load, HoldLaw.Exponential(Hold), servers));
    }

    private static Form MM1N(int threads)
    {
        var exact = new Repairman(threads, Think, Hold);
        return Closed("M/M/1//N", threads, exact.Throughput, exact.Response, HoldLaw.Exponential(Hold));
    }

    // At N = 20 a million holds have about four idle gaps between them: 1/X is then no mean of many samples, and no interval of it is worth the name. R is.
    private static Form MD1N(int threads)
    {
        var exact = new ConstantHoldRepairman(threads, Think, Hold);
        var form = Closed("M/D/1//N", threads, exact.Throughput, exact.Response, HoldLaw.Constant(Hold));
        return threads < 20 ? form : form with { Quantities = [form.Quantities[1]], Simulate = plan => [form.Simulate(plan)[1]] };
    }

    private static Form Closed(string name, int threads, double throughput, double response, HoldLaw hold) => new(
        name,
        $"N={threads}",
        [new("1/X ns", 1 / throughput), new("R ns", response)],
        plan => ClosedSystem.Simulate(plan, threads, HoldLaw.Exponential(Think), hold));

    private static Form TwoStations(int threads, int cores)
    {
        var exact = new CoresAndLock(threads, cores, Think, Hold);
        return new Form(
            "cores+lock",
            $"N={threads} c={cores}",
            [new("1/X ns", 1 / exact.Throughput), new("R ns", exact.LockResponse)],
            plan => ClosedSystem.Simulate(plan, threads, HoldLaw.Exponential(Think), HoldLaw.Exponential(Hold), cores));
    }

    private static Form Inspected(string law)
    {
        var hold = HoldLaw.Named(law);
        return new Form(
            "inspection",
            law,
            [new("residual ns", hold.Moments.MeanResidual), new("inspected ns", hold.Moments.MeanInspected)],
            plan => Inspection.Simulate(plan, hold));
    }
}
