using MountSim.Model.Bench;
using MountSim.Model.Kernels;
using MountSim.Model.Locks;

namespace MountSim.Experiments.Published.Cases;

/// <summary>The loop of lock benchmarks: threads that take a lock, do a little, release it, and do a little more.</summary>
internal static class LockLoop
{
    /// <summary>Acquisitions a second over all threads; the first fifth of the time is dropped.</summary>
    /// <param name="bench">The machine.</param>
    /// <param name="gate">The lock.</param>
    /// <param name="modes">How each thread takes it, by its number and its turn.</param>
    /// <param name="threads">Threads.</param>
    /// <param name="holdPs">Inside.</param>
    /// <param name="thinkPs">Outside.</param>
    /// <param name="timePs">Simulated time that counts.</param>
    public static double RateOf(LockBench bench, SimLock gate, Func<int, int, LockMode> modes, int threads, long holdPs, long thinkPs, long timePs)
    {
        var cpus = bench.Scheduler.Hardware.Cpus;
        for (var i = 0; i < threads; i++) bench.Start(task => Loop(gate, turn => modes(task.Number, turn), holdPs, thinkPs), i % cpus);

        bench.RunTo(timePs / 4);
        var before = Taken(gate);
        bench.RunTo((timePs / 4) + timePs);
        return (Taken(gate) - before) * 1e12 / timePs;
    }

    private static long Taken(SimLock gate) => Enum.GetValues<LockMode>().Sum(mode => gate.Statistics(mode).Acquisitions);

    private static IEnumerable<TaskStep> Loop(SimLock gate, Func<int, LockMode> modeOf, long holdPs, long thinkPs)
    {
        for (var turn = 0; ; turn++)
        {
            var mode = modeOf(turn);
            yield return TaskStep.Acquire(gate, mode);
            yield return TaskStep.Run(holdPs);
            yield return TaskStep.Release(gate, mode);
            yield return TaskStep.Run(thinkPs);
        }
    }
}
