using MountSim.Model.Kernels;
using MountSim.Model.Locks;
using MountSim.Model.Simulation;

namespace MountSim.Reporting.Timelines;

/// <summary>What things are called in a trace; each name is made once, as a storm says it a hundred thousand times.</summary>
internal sealed class WaitNames(SimKernel kernel)
{
    private readonly Dictionary<SimTask, string> tasks = [];
    private readonly string[][] byMode = [.. Enum.GetValues<LockMode>().Select(mode => kernel.Definitions.Select(definition => $"{definition.Symbol} {mode.ToString().ToLowerInvariant()}").ToArray())];
    private readonly string[] walks = [.. kernel.Definitions.Select(definition => $"{definition.Symbol} walk")];
    private readonly Dictionary<string, string> spins = new(StringComparer.Ordinal);

    /// <summary>A task, by its kind and number.</summary>
    public string Of(SimTask task) => tasks.TryGetValue(task, out var name) ? name : tasks[task] = $"{task.Kind} {task.Number}";

    /// <summary>A lock in a mode, by its name on this kernel.</summary>
    public string Of(SimLock one, LockMode mode) => byMode[(int)mode][one.WaitIndex];

    /// <summary>What a task waits for.</summary>
    public string Of(IWaitObject on, SimTask task) => on switch
    {
        SimLock one => Of(one, task.WaitMode),
        GracePeriods => on == kernel.Normal ? "grace period" : "expedited grace period",
        _ when on.WaitIndex == kernel.Pid1WaitIndex => "PID 1",
        _ => walks[on.WaitIndex],
    };

    /// <summary>Spinning for what a task waits for.</summary>
    public string Spin(IWaitObject on, SimTask task)
    {
        var name = Of(on, task);
        return spins.TryGetValue(name, out var spin) ? spin : spins[name] = $"spin {name}";
    }
}
