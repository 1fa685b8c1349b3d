using MountSim.Engine;
using MountSim.Engine.Tests.Statistics;
using MountSim.Model.Locks;

namespace MountSim.Model.Tests.Locks;

/// <summary>
/// A generic read_seqbegin / read_seqretry loop beside one writer CPU, on lines that cost nothing: lambda = 1 a us, r = 100 ns, w = 200 ns. The reader comes at
/// random: its pause of 3 us and an exponential one forgets the writer's phase (the slowest mode of the writer's renewal decays as e^(-15 t/us)).
/// </summary>
public class SeqLockReaders
{
    private const int Seeds = 20;
    private const long R = 100 * Lab.Nanosecond;
    private const long W = 200 * Lab.Nanosecond;
    internal static readonly SeqLockReader Exact = new(0.001, 100, 200);

    [Fact]
    public void The_closed_form_gives_the_worked_numbers()
    {
        Assert.Equal(0.095162582, Exact.RetryProbability, 9);
        Assert.Equal(1.105170918, Exact.Attempts, 9);
        Assert.Equal(0.166666667, Exact.BusyProbability, 9);
        Assert.Equal(49.166805522, Exact.MeanInterruption, 9);
        Assert.Equal(142.871768, Exact.MeanTime, 6);
    }

    [Fact]
    public void Retries_attempts_busy_arrivals_and_times_lie_in_their_intervals()
    {
        var runs = new Reads[Seeds];
        Parallel.For(0, Seeds, i => runs[i] = Simulate(i + 1));
        AssertCovered("attempts", runs.Select(run => run.Attempts), Exact.Attempts);
        AssertCovered("retries an attempt", runs.Select(run => run.Retries), Exact.RetryProbability);
        AssertCovered("P(busy)", runs.Select(run => run.Busy), Exact.BusyProbability);
        AssertCovered("E[T] ns", runs.Select(run => run.Time), Exact.MeanTime);
    }

    private static void AssertCovered(string quantity, IEnumerable<BatchMeans> runs, double exact)
    {
        var missed = runs.Select((run, i) => (run, seed: i + 1)).Where(pair => !Interval99.Contains(pair.run, exact)).Select(pair => pair.seed).ToList();
        Assert.True(missed.Count <= 1, $"{quantity}: missed by seeds {string.Join(" ", missed)}");
    }

    /// <summary>Reads of forty batches.</summary>
    internal static Reads Simulate(long seed, int batchSize = 25_000)
    {
        var lab = new Lab(Lab.Flat(2), seed);
        var seqLock = (SeqLock)lab.Create(LockVariety.SeqLock);
        var random = lab.Random("writer");
        lab.Start(_ => LoopingTask.Forever(seqLock, () => (long)(random.NextExponential(1000) * Lab.Nanosecond), () => W));
        var reads = new Reads(batchSize);
        var pauses = lab.Random("reader");
        lab.Start(task => Read(task, lab, seqLock, pauses, reads));
        lab.Clock.Run();
        return reads;
    }

    private static IEnumerable<TaskStep> Read(ScriptedTask task, Lab lab, SeqLock seqLock, RandomStream pauses, Reads reads)
    {
        while (reads.Time.Batches < Reads.BatchCount)
        {
            yield return TaskStep.Run((3 * Lab.Microsecond) + (long)(pauses.NextExponential(1000) * Lab.Nanosecond));
            var came = task.Now;
            reads.Busy.Add((seqLock.Sequence & 1) == 1 ? 1 : 0);
            var attempts = 0;
            do
            {
                yield return TaskStep.Sample(seqLock);
                yield return TaskStep.Run(R);
                yield return TaskStep.Look(seqLock);
                reads.Retries.Add(task.SawChange ? 1 : 0);
                attempts++;
            }
            while (task.SawChange);

            reads.Attempts.Add(attempts);
            reads.Time.Add((task.Now - came) / (double)Lab.Nanosecond);
        }

        lab.Clock.Stop();
    }

    /// <summary>What one run measured; reads are independent of each other, so batches may be short.</summary>
    internal sealed class Reads(int batchSize)
    {
        internal const int BatchCount = 40;

        internal BatchMeans Attempts { get; } = new(batchSize);

        internal BatchMeans Retries { get; } = new(batchSize);

        internal BatchMeans Busy { get; } = new(batchSize);

        internal BatchMeans Time { get; } = new(batchSize);
    }
}
