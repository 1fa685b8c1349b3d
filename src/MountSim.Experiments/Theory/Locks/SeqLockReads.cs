using MountSim.Engine;
using MountSim.Experiments.Theory.ClosedForms;
using MountSim.Model.Bench;
using MountSim.Model.Locks;

namespace MountSim.Experiments.Theory.Locks;

/// <summary>
/// A generic read_seqbegin / read_seqretry loop beside one writer CPU, on lines that cost nothing: lambda = 1 a us, r = 100 ns, w = 200 ns. The reader comes at
/// random: its pause of 3 us and an exponential one forgets the writer's phase (the slowest mode of the writer's renewal decays as e^(-15 t/us)).
/// </summary>
internal static class SeqLockReads
{
    private const long R = 100 * LockBench.Nanosecond, W = 200 * LockBench.Nanosecond;

    public static SeqLockReader Exact { get; } = new(0.001, 100, 200);

    /// <summary>Mean time (ns), attempts, retries an attempt, share that came while a writer was there, share whose first look was good.</summary>
    public static IReadOnlyList<BatchMeans> Simulate(RunPlan plan)
    {
        var bench = new LockBench(LockBench.Flat(2), plan.Seed);
        var seqLock = (SeqLock)bench.Create(LockVariety.SeqLock);
        var random = bench.Random("writer");
        bench.Start(_ => LoopingTask.Forever(seqLock, () => (long)(random.NextExponential(1000) * LockBench.Nanosecond), () => W));
        BatchMeans[] means = [.. Enumerable.Range(0, 5).Select(_ => new BatchMeans(plan.BatchSize))];
        bench.Start(task => Read(task, bench, seqLock, means));
        bench.Clock.Run();
        return means;
    }

    private static IEnumerable<TaskStep> Read(ScriptedTask task, LockBench bench, SeqLock seqLock, BatchMeans[] means)
    {
        var pauses = bench.Random("reader");
        while (means[0].Batches < RunPlan.Batches)
        {
            yield return TaskStep.Run((3 * LockBench.Microsecond) + (long)(pauses.NextExponential(1000) * LockBench.Nanosecond));
            var came = task.Now;
            var busy = (seqLock.Sequence & 1) == 1;
            var attempts = 0;
            do
            {
                yield return TaskStep.Sample(seqLock);
                yield return TaskStep.Run(R);
                yield return TaskStep.Look(seqLock);
                means[2].Add(task.SawChange ? 1 : 0);
                attempts++;
            }
            while (task.SawChange);

            means[0].Add((task.Now - came) / (double)LockBench.Nanosecond);
            means[1].Add(attempts);
            means[3].Add(busy ? 1 : 0);
            means[4].Add(!busy && attempts == 1 ? 1 : 0);
        }

        bench.Clock.Stop();
    }
}
