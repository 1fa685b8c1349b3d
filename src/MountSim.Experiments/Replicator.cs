using System.Collections.Concurrent;
using MountSim.Engine;
using MountSim.Model;
using MountSim.Model.Simulation;

namespace MountSim.Experiments;

/// <summary>Runs replications of scenarios on all cores. A replication depends on its seed alone, so the thread count changes no byte.</summary>
public static class Replicator
{
    /// <summary>The seed of a replication: from its number alone, so scenarios of one seed share their random numbers.</summary>
    public static long SeedOf(long seed, int replication) => (long)new RandomStream(seed, "replication", replication).NextBits();

    /// <summary>Runs jobs in parallel and gives their results in the jobs' order.</summary>
    /// <param name="jobs">Scenario and seed of each.</param>
    /// <param name="threads">Worker threads; null: one a CPU.</param>
    /// <param name="done">Called after each, from any thread.</param>
    /// <param name="cancellation">Stops at once.</param>
    public static StormResult[] Run(
        IReadOnlyList<(Scenario Scenario, long Seed)> jobs, int? threads, Action? done, CancellationToken cancellation)
    {
        var results = new StormResult[jobs.Count];
        var options = new ParallelOptions { MaxDegreeOfParallelism = threads ?? Environment.ProcessorCount, CancellationToken = cancellation };
        // One at a time: a replication takes long enough, and a thread that took several at once would be the last to end.
        Parallel.ForEach(Partitioner.Create(Enumerable.Range(0, jobs.Count), EnumerablePartitionerOptions.NoBuffering), options, i =>
        {
            results[i] = Run(jobs[i].Scenario, jobs[i].Seed, cancellation);
            done?.Invoke();
        });
        return results;
    }

    // Some of what is wrong with a model shows only when it runs; then it is known by its names.
    private static StormResult Run(Scenario scenario, long seed, CancellationToken cancellation)
    {
        try
        {
            return new Storm(scenario, seed).Run(cancellation);
        }
        catch (ModelException wrong)
        {
            throw new ModelException($"runtime {scenario.Runtime.Name} on kernel {scenario.Kernel.Name}", wrong.Message);
        }
    }
}
