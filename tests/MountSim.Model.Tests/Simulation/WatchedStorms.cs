using MountSim.Model.Kernels;
using MountSim.Model.Simulation;
using MountSim.Model.Workloads;

namespace MountSim.Model.Tests.Simulation;

/// <summary>Who watches a storm is told all of it, and changes nothing.</summary>
public class WatchedStorms
{
    public static TheoryData<string, string, int, int> Scenarios => new()
    {
        { "linux-6.12", "containerd-runc", 40, 48 },
        { "linux-6.12", "containerd-runc", 40, 4 },
        { "linux-4.19", "minimal-legacy", 30, 8 },
        { "linux-5.4", "minimal-legacy", 30, 2 },
        { "linux-6.18", "crun-1.29", 40, 8 },
    };

    [Theory]
    [MemberData(nameof(Scenarios))]
    public void A_watched_run_is_the_run_it_would_be_unwatched(string kernel, string runtime, int containers, int cores)
    {
        var scenario = Busy(kernel, runtime, containers, cores);
        var alone = new Storm(scenario, 7).Run(TestContext.Current.CancellationToken);
        var recorder = new StormRecorder();
        var watched = new Storm(scenario, 7, recorder).Run(TestContext.Current.CancellationToken);
        Assert.Equal(alone.StartPs, watched.StartPs);
        Assert.Equal(alone.WaitsPs, watched.WaitsPs);
        Assert.Equal(alone.Events, watched.Events);
        Assert.Equal(alone.StartPs, recorder.StartPs);
        Assert.Equal(alone.MakespanPs, recorder.End);
    }

    [Theory]
    [MemberData(nameof(Scenarios))]
    public void What_it_is_told_adds_up_to_what_the_run_measured(string kernel, string runtime, int containers, int cores)
    {
        var recorder = new StormRecorder();
        var result = new Storm(Busy(kernel, runtime, containers, cores), 7, recorder).Run(TestContext.Current.CancellationToken);
        foreach (var one in result.Locks)
        {
            var exclusive = recorder.Holds.Where(hold => hold.Lock == one && hold.Mode != LockMode.Read && hold.To <= recorder.End).ToList();
            Assert.Equal(one.Statistics(LockMode.Write).HoldTotal + one.Statistics(LockMode.Exclusive).HoldTotal, exclusive.Sum(hold => hold.To - hold.From));
            // The recorder is told of a wait when it has ended; what the statistics count is the same.
            var waits = recorder.Waits.Where(wait => wait.On == one).ToList();
            var counted = Enum.GetValues<LockMode>().Sum(mode => one.Statistics(mode).Contended);
            Assert.Equal(counted, waits.Count);
            Assert.Equal(Enum.GetValues<LockMode>().Sum(mode => one.Statistics(mode).Waits.Sum), waits.Sum(wait => (double)(wait.To - wait.From)), 1.0);
        }

        Assert.All(recorder.GracePeriods.Zip(recorder.GracePeriods.Skip(1)), pair => Assert.True(pair.First.To <= pair.Second.From));
        Assert.Equal(result.GracePeriods.Completed, recorder.GracePeriods.Count(period => period.To <= recorder.End));
        Assert.True(recorder.Operations > containers);
        Assert.True(cores > containers || recorder.MostRunnable > 0);
    }

    private static Scenario Busy(string kernel, string runtime, int containers, int cores) =>
        Storms.Of(new Workload { Containers = containers, Concurrency = containers, Agents = 2, AgentReadsPerSecond = 50 }, Storms.Machine(cores), kernel, runtime) with { Costs = Storms.Costs(spread: 0.2) };
}
