using MountSim.Experiments.Sweeps;

namespace MountSim.Experiments.Tests.Sweeps;

/// <summary>A sweep's memory does not grow with its length: told by what is alive, not by bytes, which other tests of this process have too.</summary>
public sealed class SweepMemoryTests
{
    private const int Scenarios = 1_000, MostAlive = 16; // what the threads and the reader have in hand

    private readonly List<WeakReference> made = [];

    [Fact]
    public void Rows_that_were_read_are_let_go()
    {
        var plan = Plans.Of(Plans.Axis("containers", $"1..{Scenarios}"));
        using var journal = SweepJournal.Open(null, plan, "1.2.3");
        var sweep = new Sweep(plan, Answer, journal, 4);
        var read = new List<WeakReference>();
        foreach (var row in sweep.Run(null, TestContext.Current.CancellationToken))
        {
            read.Add(new WeakReference(row));
            if (read.Count is not (100 or Scenarios)) continue;
            var before = Made(); // the threads go on meanwhile
            GC.Collect();
            GC.WaitForPendingFinalizers();
            GC.Collect();
            Assert.InRange(Alive(read), 0, MostAlive);
            Assert.InRange(Alive(before), 0, MostAlive);
        }
        Assert.Equal((Scenarios, Scenarios), (read.Count, made.Count));
    }

    private List<WeakReference> Made()
    {
        lock (made) return [.. made];
    }

    private static int Alive(List<WeakReference> references) => references.Count(reference => reference.IsAlive);

    private PredictionSummary Answer(SweepScenario scenario, CancellationToken cancellation)
    {
        var summary = Summaries.Of((int)scenario.Position + 1);
        lock (made) made.Add(new WeakReference(summary));
        return summary;
    }
}
