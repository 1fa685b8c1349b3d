using MountSim.Experiments.Validation;
using MountSim.Model.Bench;
using MountSim.Model.Costs;
using MountSim.Model.Kernels;

namespace MountSim.Experiments.Published.Cases;

/// <summary>M9: one thread more than CPUs. A first-come first-served spinlock in user space waits for whoever is next and has no CPU; a mutex does not.</summary>
internal static class HolderPreemption
{
    private const int Cpus = 16;
    private const long Millisecond = LockBench.Millisecond;

    // A waiter looks this often; short against the time slice that it waits for, long against a hand-off, which is not what is measured.
    private const long LookPs = 5 * LockBench.Microsecond;

    public static PublishedCase Case { get; } = new(
        "M9",
        "17 threads on 16 CPUs: a first-come first-served spinlock is 280 times slower than with 16, a futex mutex 1.15 times (travisdowns/concurrency-hierarchy-bench; Graviton2)",
        "The collapse within a factor of three, as it is a time slice over a round of the queue and the slice is the scheduler's; the mutex within 0.15 of no change on either side",
        run =>
        [
            ValidationRow.InBand("first-come first-served spinlock, 17 threads over 16", "", Interval.Exact(NsOfPreempted() / TicketLockSlope.NsOfOperation(run, Cpus)), Band.Factor(280, 3)),
            ValidationRow.InBand("mutex, 17 threads over 16", "", Interval.Exact(MutexRate(run, Cpus) / MutexRate(run, Cpus + 1)), new Interval(1.15, 0.85, 1.3)),
        ]);

    private static double MutexRate(PublishedRun run, int threads)
    {
        var bench = new LockBench(TicketLockSlope.Graviton2(), run.Seed);
        return LockLoop.RateOf(bench, bench.Create(LockVariety.Mutex), (_, _) => LockMode.Write, threads, LockBench.Nanosecond, 0, 100 * Millisecond);
    }

    // Tickets served in order, by threads that the scheduler may take from their CPU at the end of a slice wherever they are.
    private static double NsOfPreempted()
    {
        var bench = new LockBench(TicketLockSlope.Graviton2());
        var counter = new Tickets();
        for (var i = 0; i <= Cpus; i++) bench.Start(_ => Loop(counter));
        bench.RunTo(1_000 * Millisecond);
        return bench.Clock.Now.Picoseconds / (double)LockBench.Nanosecond / counter.Serving;
    }

    private static IEnumerable<TaskStep> Loop(Tickets counter)
    {
        while (true)
        {
            var mine = counter.Next++;
            while (counter.Serving != mine) yield return TaskStep.Run(LookPs);
            yield return TaskStep.Run(LockBench.Nanosecond);
            counter.Serving++;
        }
    }

    private sealed class Tickets
    {
        public long Next { get; set; }

        public long Serving { get; set; }
    }
}
