using MountSim.Engine;
using MountSim.Model.Bench;

namespace MountSim.Experiments.Theory.Locks;

/// <summary>The queued spinlock on lines that cost nothing, its tasks each on a CPU of their own, is the machine repairman: exponential think and hold.</summary>
internal static class SpinLockRepairman
{
    /// <summary>Responses, ns.</summary>
    public static BatchMeans Simulate(RunPlan plan, int threads, double think, double hold)
    {
        var bench = new LockBench(LockBench.Flat(threads), plan.Seed);
        var gate = bench.Create(LockVariety.QSpinLock);
        var random = bench.Random("times");
        var means = new BatchMeans(plan.BatchSize);
        var seen = 0;
        IEnumerable<TaskStep> Steps(ScriptedTask task)
        {
            while (true)
            {
                yield return TaskStep.Run((long)(random.NextExponential(think) * LockBench.Nanosecond));
                var asked = task.Now;
                yield return TaskStep.Acquire(gate);
                yield return TaskStep.Run((long)(random.NextExponential(hold) * LockBench.Nanosecond));
                if (++seen > RunPlan.WarmUp) means.Add((task.Now - asked) / (double)LockBench.Nanosecond);
                if (plan.IsOver(seen)) bench.Clock.Stop();
                yield return TaskStep.Release(gate);
            }
        }

        for (var i = 0; i < threads; i++) bench.Start(Steps);
        bench.Clock.Run();
        return means;
    }
}
