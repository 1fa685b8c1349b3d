using MountSim.Experiments.Validation;
using MountSim.Model.Costs;
using MountSim.Model.Kernels;
using MountSim.Model.Runtimes;
using MountSim.Model.Simulation;
using MountSim.Model.Workloads;

namespace MountSim.Experiments.Published.Cases;

/// <summary>M15: which lock a flood of mount namespaces contends on, and what holds it.</summary>
internal static class NamespaceCopies
{
    private const int Mounts = 1_000;
    private const string Sem = "namespace_sem";

    private static readonly PredictRequest Copies = new()
    {
        Kernel = "linux-6.18", Runtime = "crun-1.29", Workload = new Workload { Containers = 500, HostMounts = Mounts, SystemdScansPerSecond = 0, Agents = 0 },
    };

    public static PublishedCase Case { get; } = new(
        "M15",
        "With thousands of namespaces each copying the mount table, 'this quickly becomes a bottleneck increasing contention on the semaphore' (merge text of OPEN_TREE_NAMESPACE, kernel commit 1bce1a664ac2)",
        "A ranking: namespace_sem is waited for longest of all locks, and of what a start does under it the copy holds it longest. 1,000 mounts on the host, 500 starts",
        run =>
        [
            ValidationRow.InBand("rank of namespace_sem by time waited", "", run.Of(Copies, storm => storm.RankOfNamespaceSem), Interval.Exact(1)),
            ValidationRow.InBand("hold of the copy over the next longest operation's", "", Interval.Exact(CopyOverNext()), Band.AtLeast(1, 1)),
        ]);

    // What each kind of call of one start holds it, from the kernel's scripts: the copy sees the host's table, and so do those that work on what it inherited.
    private static double CopyOverNext()
    {
        var scenario = ScenarioBuilder.Build(Copies).Scenario;
        var values = scenario.Runtime.Bind(RuntimeInputs.Of(scenario.Workload, scenario.Machine));
        values[RuntimeSlots.HostMounts] = values[RuntimeSlots.Inherited] = Mounts;
        var held = new Dictionary<string, double>();
        Add(held, scenario, scenario.Runtime.Start, values, 1);
        return held["namespace.copy"] / held.Where(pair => pair.Key != "namespace.copy").Max(pair => pair.Value);
    }

    private static void Add(Dictionary<string, double> held, Scenario scenario, IReadOnlyList<RuntimeStep> steps, double[] values, int times)
    {
        foreach (var step in steps)
        {
            if (step is LoopStep loop) Add(held, scenario, loop.Steps, values, times * RuntimeModel.Times(loop.Times, values));
            if (step is not OperationStep call || !scenario.Kernel.Operations.ContainsKey(call.Operation)) continue;
            var state = new double[VariableNames.Count];
            state[(int)Variable.Mounts] = Mounts;
            state[(int)Variable.Cpus] = scenario.Machine.PossibleCpus;
            state[(int)Variable.Tasks] = scenario.Workload.Tasks;
            state[(int)Variable.Tree] = call.Tree?.Evaluate(values) ?? 1;
            var once = ScriptCost.Evaluate(scenario.Kernel, call.Operation, state).Use(Sem, LockMode.Write).HeldInstructions;
            held[call.Operation] = held.GetValueOrDefault(call.Operation) + (once * times * RuntimeModel.Times(call.Count, values));
        }
    }
}
