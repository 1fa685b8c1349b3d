using MountSim.Model.Runtimes;

namespace MountSim.Model.Simulation;

/// <summary>What every container of a scenario does: the runtime's steps with their counts worked out, the same for all.</summary>
public sealed class ContainerPlan
{
    private const double PsPerMicrosecond = 1e6;
    private const int MostSteps = 1_000_000; // of one start; a plan of more fills the memory before it runs

    private readonly string _runtime;
    private readonly bool _systemdCgroup;
    private readonly double _psPerMicrosecond;

    /// <summary>Works out the steps.</summary>
    /// <exception cref="ModelException">The kernel lacks an operation and there is no other way to do it.</exception>
    public ContainerPlan(Scenario scenario)
    {
        var (runtime, workload) = (scenario.Runtime, scenario.Workload);
        _runtime = runtime.Name;
        var fallback = new KernelFallback(scenario.Kernel, scenario.Api == MountApi.Mount2);
        _systemdCgroup = workload.SystemdCgroup;
        _psPerMicrosecond = PsPerMicrosecond * new WhatIfs(scenario.WhatIf)[WhatIf.UserCpu];
        NamespaceBeforeStart = runtime.NamespaceBeforeStart;
        Values = runtime.Bind(RuntimeInputs.Of(workload, scenario.Machine), workload.RuntimeVariables);
        Start = fallback.Adapt(By(scenario.Api, Unroll(runtime.Start)));
        Stop = fallback.Adapt(By(scenario.Api, Unroll(runtime.Stop)));
        Note = fallback.Note;
        MountOperations = runtime.MountOperations(Values);
    }

    /// <summary>Values of the runtime's laws; the state slots are filled in by each container.</summary>
    public double[] Values { get; }

    /// <summary>True when the container's namespace exists before its start.</summary>
    public bool NamespaceBeforeStart { get; }

    /// <summary>The start, in order.</summary>
    public IReadOnlyList<PlanStep> Start { get; }

    /// <summary>The stop, in order.</summary>
    public IReadOnlyList<PlanStep> Stop { get; }

    /// <summary>What the kernel lacks and how the runtime does without, in a sentence; null when it lacks nothing.</summary>
    public string? Note { get; }

    /// <summary>Attach and detach calls of a start, as the runtime counts them.</summary>
    public int MountOperations { get; }

    private static IEnumerable<PlanStep> By(MountApi api, IReadOnlyList<PlanStep> steps) => api == MountApi.Fd ? FdApi.Rewrite(steps) : steps;

    private List<PlanStep> Unroll(IReadOnlyList<RuntimeStep> steps)
    {
        var plan = new List<PlanStep>();
        Unroll(steps, plan);
        return plan;
    }

    private int Within(List<PlanStep> plan, int times) => plan.Count + (long)times <= MostSteps
        ? times
        : throw new ModelException($"runtime {_runtime}", $"a container has more than {MostSteps} steps; allowed: counts and variables that make as many at most");

    private void Unroll(IReadOnlyList<RuntimeStep> steps, List<PlanStep> plan)
    {
        foreach (var step in steps)
        {
            switch (step)
            {
                case CpuStep cpu:
                    var user = cpu.Microseconds.Evaluate(Values) * _psPerMicrosecond;
                    if (user > 0) plan.Add(new PlanStep { UserPs = user });
                    break;
                case SystemdUnitStep unit:
                    if (_systemdCgroup) plan.Add(new PlanStep { Pid1Ps = unit.Microseconds.Evaluate(Values) * PsPerMicrosecond });
                    break;
                case OperationStep operation:
                    plan.AddRange(Enumerable.Repeat(PlanOf(operation), Within(plan, RuntimeModel.Times(operation.Count, Values))));
                    break;
                case LoopStep loop:
                    for (var times = Within(plan, RuntimeModel.Times(loop.Times, Values)); times > 0; times--) Unroll(loop.Steps, plan);
                    break;
                default:
                    throw new InvalidOperationException($"no plan for {step.GetType().Name}");
            }
        }
    }

    private PlanStep PlanOf(OperationStep step) => new()
    {
        Operation = step.Operation,
        InHost = step.In == MountNamespace.Host,
        Shared = step.Shared is null || step.Shared.Evaluate(Values) > 0,
        Peer = step.Peer,
        Outer = step.Outer,
        Fails = step.Fails,
        Tree = step.Tree,
        Layers = step.Layers,
        Children = step.Children,
        Components = step.Components,
    };
}
