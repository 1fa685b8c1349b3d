using MountSim.Experiments.Theory.ClosedForms;
using MountSim.Experiments.Validation;
using MountSim.Model.Bench;

namespace MountSim.Experiments.Theory.Locks;

/// <summary>The real locks on a machine whose lines cost nothing are plain first-come first-served stations: exact to the picosecond.</summary>
internal static class LockCycleCases
{
    private const long Think = 900 * LockBench.Nanosecond, Hold = 100 * LockBench.Nanosecond;
    private const int Cycles = 30, Settled = 2;

    public static IReadOnlyList<TheoryCase> All { get; } =
        [.. from variety in Enum.GetValues<LockVariety>() from threads in new[] { 1, 5, 10, 20, 50 } select Case(variety, threads)];

    private static TheoryCase Case(LockVariety variety, int threads) => TheoryCase.Of(
        $"{variety} D/D/1//N N={threads}", $"{variety} under {threads} threads of constant think 900 ns and hold 100 ns, on lines that cost nothing", "",
        _ =>
        {
            var exact = new ConstantCycle(threads, Think, Hold);
            var settled = Run(variety, threads, period: 0).SelectMany(responses => responses.Skip(Settled)).ToList();
            var burst = Run(variety, threads, Think + (threads * Hold));
            var furthest = Enumerable.Range(0, threads).Max(k => burst[k].Max(response => Math.Abs(response - ((k + 1) * Hold))));
            return
            [
                Row("shortest R", settled.Min(), exact.Response),
                Row("longest R", settled.Max(), exact.Response),
                Row("burst: furthest of a kth response from k S", furthest, 0),
            ];
        });

    private static ValidationRow Row(string quantity, long simulatedPs, double exactPs) =>
        ExactRow.Of(quantity, "ns", simulatedPs / (double)LockBench.Nanosecond, exactPs / LockBench.Nanosecond);

    private static List<List<long>> Run(LockVariety variety, int threads, long period)
    {
        var bench = new LockBench(LockBench.Flat(threads));
        var gate = bench.Create(variety);
        var responses = new List<List<long>>();
        for (var i = 0; i < threads; i++)
        {
            var mine = new List<long>();
            responses.Add(mine);
            bench.Start(task => Cycle(task, gate, period, mine));
        }

        bench.Clock.Run();
        return responses;
    }

    private static IEnumerable<TaskStep> Cycle(ScriptedTask task, Model.Locks.SimLock gate, long period, List<long> responses)
    {
        for (var cycle = 1; cycle <= Cycles; cycle++)
        {
            var asked = task.Now;
            yield return TaskStep.Acquire(gate);
            yield return TaskStep.Run(Hold);
            responses.Add(task.Now - asked);
            yield return TaskStep.Release(gate);
            yield return TaskStep.Run(period == 0 ? Think : (cycle * period) - task.Now);
        }
    }
}
