using MountSim.Engine;
using MountSim.Experiments.Theory.ClosedForms;
using MountSim.Experiments.Validation;

namespace MountSim.Experiments.Theory.Queues;

/// <summary>Systems without chance on the engine's resource: D/D/1//N after the first cycle, and the synchronous burst, which is Amdahl's law.</summary>
internal static class ConstantCycleCases
{
    private const long ThinkPs = 900_000, HoldPs = 100_000;
    private const int Cycles = 50, Settled = 2;
    private const double PsPerNs = 1000, PsPerUs = 1e6;

    public static IReadOnlyList<TheoryCase> All { get; } =
    [
        .. new[] { 1, 2, 5, 9, 10, 11, 20, 50 }.Select(Constant),
        .. new[] { 1, 10, 50 }.Select(Burst),
    ];

    private static TheoryCase Constant(int threads) => TheoryCase.Of(
        $"D/D/1//N N={threads}", $"{threads} threads of constant think 900 ns and hold 100 ns, after the first cycle", "",
        _ =>
        {
            var exact = new ConstantCycle(threads, ThinkPs, HoldPs);
            var run = Run(threads, together: false);
            var departures = run.SelectMany(thread => thread.Departures).Order().ToList();
            var period = departures[threads * 20] - departures[threads * 10];
            return [ExactRow.Of("X", "1/us", threads * 10 * PsPerUs / period, exact.Throughput * PsPerUs), .. Extremes(run.SelectMany(thread => thread.Responses.Skip(Settled)), exact.Response)];
        });

    private static TheoryCase Burst(int threads) => TheoryCase.Of(
        $"burst N={threads}", $"{threads} threads that ask at the same instant each cycle; Amdahl's law with alpha = S/(S+Z)", "",
        _ =>
        {
            var exact = new ConstantCycle(threads, ThinkPs, HoldPs);
            var run = Run(threads, together: true);
            var last = run.Max(thread => thread.Departures[^1]);
            var throughput = threads * Cycles * PsPerUs / (last + ThinkPs);
            var amdahl = new Scalability(HoldPs / (double)(HoldPs + ThinkPs), 0, PsPerUs / (HoldPs + ThinkPs));
            return
            [
                ExactRow.Of("X", "1/us", throughput, exact.BurstThroughput * PsPerUs),
                ExactRow.Of("X by the scalability law", "1/us", throughput, amdahl.Throughput(threads)),
                ExactRow.Of("mean R", "ns", run.Average(thread => thread.Responses.Average()) / PsPerNs, exact.BurstMeanResponse / PsPerNs),
                ExactRow.Of("wait of the last", "ns", (run[^1].Responses.Max() - HoldPs) / PsPerNs, (threads - 1) * HoldPs / PsPerNs),
            ];
        });

    // Every response must be the exact one: the shortest and the longest are.
    private static IEnumerable<ValidationRow> Extremes(IEnumerable<long> responses, double exact)
    {
        var all = responses.ToList();
        yield return ExactRow.Of("shortest R", "ns", all.Min() / PsPerNs, exact / PsPerNs);
        yield return ExactRow.Of("longest R", "ns", all.Max() / PsPerNs, exact / PsPerNs);
    }

    /// <summary>The threads after their cycles.</summary>
    internal static IReadOnlyList<CycleThread> Run(int threads, bool together)
    {
        var simulation = new Simulation();
        var gate = new Resource(1);
        var period = ThinkPs + (threads * HoldPs);
        List<CycleThread> all = [.. Enumerable.Range(0, threads).Select(_ => new CycleThread(simulation, gate, ThinkPs, HoldPs, Cycles, together ? period : 0))];
        foreach (var thread in all) thread.Timeout(SimSpan.Zero);
        simulation.Run();
        return all;
    }
}
