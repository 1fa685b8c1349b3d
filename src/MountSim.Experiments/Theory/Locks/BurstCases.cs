using MountSim.Model.Bench;
using MountSim.Model.Locks;
using MountSim.Model.Machines;

namespace MountSim.Experiments.Theory.Locks;

/// <summary>CPUs that do nothing but add to one counter: a core that has the line adds a burst before it loses it, so an addition costs t_local + t_transfer / b.</summary>
internal static class BurstCases
{
    private const int Cpus = 8, Warm = 1_000, Bursts = 10_000;

    // Zen 5 in one L3 (27.4 ns a transfer, 5.2 local), TR PRO 9975WX over four L3 (243, 4.2), and a lock's burst of one (hardware reference 2.2 and 2.3).
    public static IReadOnlyList<TheoryCase> All { get; } = [Case(5_200, 27_400, 15), Case(4_200, 243_000, 78), Case(5_000, 46_600, 1)];

    private static TheoryCase Case(long localPs, long transferPs, int burst) => TheoryCase.Of(
        FormattableString.Invariant($"burst RMW b={burst}"), FormattableString.Invariant($"{Cpus} CPUs that add to one counter, {burst} additions a turn"), "",
        _ => [ExactRow.Of("an addition", "ns", Simulate(localPs, transferPs, burst), (localPs + (transferPs / (double)burst)) / LockBench.Nanosecond)]);

    private static double Simulate(long localPs, long transferPs, int burst)
    {
        var bench = new LockBench(new Hardware(Cpus, (a, b) => a == b ? Distance.Self : Distance.SameL3, [0, transferPs, transferPs, transferPs, transferPs]) { LocalAtomicPs = localPs });
        var counter = new AtomicCounter(bench.Scheduler, bench.Line());
        var ends = new List<long>();
        for (var i = 0; i < Cpus; i++) bench.Start(task => Add(task, bench, counter, burst, ends));
        bench.Clock.Run();
        return (ends[Warm + Bursts] - ends[Warm]) / (double)LockBench.Nanosecond / Bursts / burst;
    }

    private static IEnumerable<TaskStep> Add(ScriptedTask task, LockBench bench, AtomicCounter counter, int burst, List<long> ends)
    {
        while (ends.Count <= Warm + Bursts)
        {
            yield return TaskStep.Run(counter.Add(task, burst));
            ends.Add(task.Now);
        }

        bench.Clock.Stop();
    }
}
