using MountSim.Engine;
using MountSim.Engine.Tests.ClosedForms;
using MountSim.Engine.Tests.Statistics;

namespace MountSim.Model.Tests.Locks;

/// <summary>
/// The queued spinlock on lines that cost nothing, its tasks each on a CPU of their own, is the machine repairman: exponential think 900 ns and hold 100 ns.
/// A million acquisitions a seed after 50,000 dropped ones, 40 batches of 25,000.
/// </summary>
public class SpinLockRepairman
{
    private const int Seeds = 20;
    private const int WarmUp = 50_000;

    [Theory]
    [InlineData(2)]
    [InlineData(10)]
    [InlineData(20)]
    [InlineData(50)]
    public void Responses_lie_in_the_interval_of_mean_value_analysis(int threads)
    {
        var exact = new Repairman(threads, 900, 100);
        var runs = new BatchMeans[Seeds];
        Parallel.For(0, Seeds, i => runs[i] = Simulate(threads, i + 1));
        var missed = Enumerable.Range(1, Seeds).Where(seed => !Interval99.Contains(runs[seed - 1], exact.Response)).ToList();
        Assert.True(missed.Count <= 1, $"N={threads}: missed by seeds {string.Join(" ", missed)}");
    }

    /// <summary>Responses, ns, of forty batches.</summary>
    internal static BatchMeans Simulate(int threads, long seed, int batchSize = 25_000)
    {
        var lab = new Lab(Lab.Flat(threads), seed);
        var gate = lab.Create(LockVariety.QSpinLock);
        var random = lab.Random("times");
        var means = new BatchMeans(batchSize);
        var seen = 0;
        IEnumerable<TaskStep> Steps(ScriptedTask task)
        {
            while (true)
            {
                yield return TaskStep.Run((long)(random.NextExponential(900) * Lab.Nanosecond));
                var asked = task.Now;
                yield return TaskStep.Acquire(gate);
                yield return TaskStep.Run((long)(random.NextExponential(100) * Lab.Nanosecond));
                if (++seen > WarmUp) means.Add((task.Now - asked) / (double)Lab.Nanosecond);
                if (means.Batches == 40) lab.Clock.Stop();
                yield return TaskStep.Release(gate);
            }
        }

        for (var i = 0; i < threads; i++) lab.Start(Steps);
        lab.Clock.Run();
        return means;
    }
}
