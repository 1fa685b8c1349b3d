using MountSim.Model.Locks;

namespace MountSim.Model.Tests.Locks;

/// <summary>Think, take the lock, hold it, release it, again and again.</summary>
public static class LoopingTask
{
    public static IEnumerable<TaskStep> Forever(SimLock gate, Func<long> think, Func<long> hold)
    {
        while (true)
        {
            yield return TaskStep.Run(think());
            yield return TaskStep.Acquire(gate);
            yield return TaskStep.Run(hold());
            yield return TaskStep.Release(gate);
        }
    }
}
