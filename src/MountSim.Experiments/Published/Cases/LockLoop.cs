using MountSim.Engine;
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
    /// <param name="modes">How each thread takes it; it draws one each time.</param>
    /// <param name="threads">Threads.</param>
    /// <param name="holdPs">Inside.</param>
    /// <param name="thinkPs">Outside.</param>
    /// <param name="timePs">Simulated time that counts.</param>
    public static double RateOf(LockBench bench, SimLock gate, Func<RandomStream, LockMode> modes, int threads, long holdPs, long thinkPs, long timePs)
    {
        for (var i = 0; i < threads; i++)
        {
            var random = bench.Random($"thread {i}");
            bench.Start(_ => Loop(gate, () => modes(random), holdPs, thinkPs));
        }

        bench.RunTo(timePs / 4);
        var before = Taken(gate);
        bench.RunTo((timePs / 4) + timePs);
        return (Taken(gate) - before) * 1e12 / timePs;
    }

    private static long Taken(SimLock gate) => Enum.GetValues<LockMode>().Sum(mode => gate.Statistics(mode).Acquisitions);

    private static IEnumerable<TaskStep> Loop(SimLock gate, Func<LockMode> next, long holdPs, long thinkPs)
    {
        while (true)
        {
            var mode = next();
            yield return TaskStep.Acquire(gate, mode);
            yield return TaskStep.Run(holdPs);
            yield return TaskStep.Release(gate, mode);
            yield return TaskStep.Run(thinkPs);
        }
    }
}
