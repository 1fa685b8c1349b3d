using MountSim.Model.Locks;

namespace MountSim.Model.Bench;

/// <summary>Think, take the lock, hold it, release it, again and again.</summary>
public static class LoopingTask
{
    /// <summary>The steps; times are ps.</summary>
    public static IEnumerable<TaskStep> Forever(SimLock gate, Func<long> think, Func<long> hold)
    {
        ArgumentNullException.ThrowIfNull(think);
        ArgumentNullException.ThrowIfNull(hold);
        while (true)
        {
            yield return TaskStep.Run(think());
            yield return TaskStep.Acquire(gate);
            yield return TaskStep.Run(hold());
            yield return TaskStep.Release(gate);
        }
    }
}
