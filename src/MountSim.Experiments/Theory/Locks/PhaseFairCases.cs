using MountSim.Experiments.Theory.ClosedForms;
using MountSim.Model.Bench;
using MountSim.Model.Kernels;

namespace MountSim.Experiments.Theory.Locks;

/// <summary>
/// The rwsem of 4.14 to 5.2 with one writer and readers that never pause: readers sleep behind the writer, the writer does not spin on readers, and a reader
/// that comes back queues behind the writer. So it alternates exactly; from 5.3 on writers spin on readers, and from 5.11 on readers steal.
/// </summary>
internal static class PhaseFairCases
{
    private const long Write = 10 * LockBench.Microsecond, Read = 20 * LockBench.Microsecond, WakeUp = 5 * LockBench.Microsecond;
    private const long From = 10 * LockBench.Millisecond, To = 50 * LockBench.Millisecond; // whole cycles of 40 us

    public static IReadOnlyList<TheoryCase> All { get; } = [.. new[] { 1, 8, 64 }.Select(Case)];

    private static TheoryCase Case(int readers) => TheoryCase.Of(
        $"rwsem phase-fair R={readers}", $"one writer of 10 us and {readers} readers of 20 us that never pause, each woken in 5 us (rwsem of 4.14 to 5.2)", "",
        _ =>
        {
            var exact = new PhaseFair(Write, Read, WakeUp, readers);
            var (writes, reads) = Count(readers);
            const double ms = (To - From) / (double)LockBench.Millisecond;
            return [ExactRow.Of("X of writers", "1/ms", writes / ms, exact.WriteRate * LockBench.Millisecond), ExactRow.Of("X of readers", "1/ms", reads / ms, exact.ReadRate * LockBench.Millisecond)];
        });

    private static (long Writes, long Reads) Count(int readers)
    {
        var bench = new LockBench(LockBench.Waking(readers + 1));
        var sem = bench.Create(LockVariety.RwSemXadd);
        bench.Start(_ => Loop(sem, LockMode.Write, Write));
        for (var i = 0; i < readers; i++) bench.Start(_ => Loop(sem, LockMode.Read, Read));
        bench.RunTo(From);
        var (writes, reads) = (sem.Statistics(LockMode.Write).Acquisitions, sem.Statistics(LockMode.Read).Acquisitions);
        bench.RunTo(To);
        return (sem.Statistics(LockMode.Write).Acquisitions - writes, sem.Statistics(LockMode.Read).Acquisitions - reads);
    }

    private static IEnumerable<TaskStep> Loop(Model.Locks.SimLock sem, LockMode mode, long hold)
    {
        while (true)
        {
            yield return TaskStep.Acquire(sem, mode);
            yield return TaskStep.Run(hold);
            yield return TaskStep.Release(sem, mode);
        }
    }
}
