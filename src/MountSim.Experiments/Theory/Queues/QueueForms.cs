using System.Globalization;
using MountSim.Experiments.Theory.ClosedForms;

namespace MountSim.Experiments.Theory.Queues;

/// <summary>The queueing systems that the engine is held against.</summary>
internal static class QueueForms
{
    private const double Think = 900, Hold = 100; // ns

    public static IReadOnlyList<Form> All { get; } =
    [
        MM1(), MD1(), MG1("50|550", 0.5, HoldLaw.Named("mixture")), MG1("cs2=4", 0.8, HoldLaw.Mixture(Hold / 3, 0.9, 7 * Hold)), MMc(4, 3), MMc(96, 86.4),
        .. new[] { 1, 2, 5, 10, 11, 20, 50, 100 }.Select(MM1N),
        .. new[] { 2, 5, 10, 20 }.Select(MD1N),
        CoresAndLock(20, 4), CoresAndLock(20, 8), CoresAndLock(20, 16), CoresAndLock(200, 8),
        .. new[] { "constant", "uniform", "exponential", "mixture" }.Select(Inspected),
    ];

    // lambda = 8, mu = 10 in units of a microsecond; 1,497.866 ns is the 95th percentile.
    private static Form MM1()
    {
        var exact = new SingleServer(0.008, ServiceTime.Exponential(Hold));
        return Open("M/M/1", "rho=0.8", HoldLaw.Exponential(Hold), 1, 1 / exact.ArrivalRate,
        [
            (new("Wq", "ns", exact.QueueWait), visit => visit.Wait),
            (new("W", "ns", exact.Response), visit => visit.Response),
            (new("L", "", exact.Population), visit => visit.Found),
            .. Enumerable.Range(0, 4).Select(n => Found(n, exact.ExponentialProbability(n))),
            (new("P(W>1us)", "", exact.ExponentialTail(1000)), visit => visit.Response > 1000 ? 1 : 0),
            (new("P(W>1497.866ns)", "", exact.ExponentialTail(1497.866137)), visit => visit.Response > 1497.866137 ? 1 : 0),
        ]);
    }

    private static Form MD1()
    {
        var exact = new SingleServer(0.008, ServiceTime.Constant(Hold));
        return Open("M/D/1", "rho=0.8", HoldLaw.Constant(Hold), 1, 1 / exact.ArrivalRate,
        [
            (new("Wq", "ns", exact.QueueWait), visit => visit.Wait),
            (new("L", "", exact.Population), visit => visit.Found),
            .. Enumerable.Range(0, 3).Select(n => Found(n, exact.ConstantProbability(n))),
        ]);
    }

    private static Form MG1(string name, double load, HoldLaw law)
    {
        var exact = new SingleServer(load / law.Moments.Mean, law.Moments);
        return Open("M/G/1", string.Create(CultureInfo.InvariantCulture, $"{name} rho={load}"), law, 1, 1 / exact.ArrivalRate,
        [
            (new("Wq", "ns", exact.QueueWait), visit => visit.Wait),
            (new("L", "", exact.Population), visit => visit.Found),
        ]);
    }

    private static Form MMc(int servers, double load)
    {
        var exact = new ManyServers(servers, load);
        return Open("M/M/c", string.Create(CultureInfo.InvariantCulture, $"c={servers} a={load}"), HoldLaw.Exponential(Hold), servers, Hold / load,
        [
            (new("Wq", "ns", exact.QueueWait * Hold), visit => visit.Wait),
            (new("P(wait)", "", exact.ErlangC), visit => visit.Found >= servers ? 1 : 0),
        ]);
    }

    private static (Quantity, Func<Visit, double>) Found(int n, double exact) =>
        (new($"p{n.ToString(CultureInfo.InvariantCulture)}", "", exact), visit => visit.Found == n ? 1 : 0);

    private static Form Open(string name, string parameter, HoldLaw law, int servers, double meanGap, IReadOnlyList<(Quantity Exact, Func<Visit, double> Read)> quantities)
    {
        Func<Visit, double>[] read = [.. quantities.Select(quantity => quantity.Read)];
        return new Form(
            $"{name} {parameter}", $"{name}, {parameter}, arrivals on average every {meanGap.ToString("G5", CultureInfo.InvariantCulture)} ns", [.. quantities.Select(quantity => quantity.Exact)],
            plan => OpenQueue.Simulate(plan, meanGap, law, servers, read));
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
        $"{name} N={threads}",
        $"{name}, {threads} threads that think 900 ns and hold one lock 100 ns",
        [new("1/X", "ns", 1 / throughput), new("R", "ns", response)],
        plan => ClosedSystem.Simulate(plan, threads, HoldLaw.Exponential(Think), hold));

    private static Form CoresAndLock(int threads, int cores)
    {
        var exact = new CoresAndLock(threads, cores, Think, Hold);
        return new Form(
            $"cores+lock N={threads} c={cores}",
            $"{threads} threads on {cores} cores and one lock, whose waiters sleep",
            [new("1/X", "ns", 1 / exact.Throughput), new("R", "ns", exact.LockResponse)],
            plan => ClosedSystem.Simulate(plan, threads, HoldLaw.Exponential(Think), HoldLaw.Exponential(Hold), cores));
    }

    private static Form Inspected(string law)
    {
        var hold = HoldLaw.Named(law);
        return new Form(
            $"inspection {law}",
            $"the hold of a {law} law that a random instant falls into",
            [new("residual", "ns", hold.Moments.MeanResidual), new("inspected", "ns", hold.Moments.MeanInspected)],
            plan => Inspection.Simulate(plan, hold));
    }
}
