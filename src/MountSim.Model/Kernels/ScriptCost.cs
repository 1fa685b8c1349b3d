namespace MountSim.Model.Kernels;

/// <summary>What an operation costs on an idle machine, where nobody waits: the figures that the lab's traces hold too.</summary>
public sealed class ScriptCost
{
    private readonly KernelModel model;
    private readonly double[] values;
    private readonly Dictionary<(string Lock, LockMode Mode), LockUse> locks = [];
    private readonly Dictionary<((string Lock, LockMode Mode) Outer, string Inner), double> inside = [];
    private readonly Stack<(string Lock, LockMode Mode)> held = [];
    private double gracePeriods;

    private ScriptCost(KernelModel model, ReadOnlySpan<double> values)
    {
        this.model = model;
        this.values = values.ToArray();
    }

    /// <summary>Instructions in all, grace periods as the lab counts them.</summary>
    public double Instructions { get; private set; }

    /// <summary>Grace periods waited for.</summary>
    public double GracePeriods => gracePeriods;

    /// <summary>Use of every lock taken, by lock and mode.</summary>
    public IReadOnlyDictionary<(string Lock, LockMode Mode), LockUse> Locks => locks;

    /// <summary>Evaluates an operation.</summary>
    /// <param name="model">The kernel.</param>
    /// <param name="operation">The operation's name.</param>
    /// <param name="values">Values by <see cref="Variable"/>; <see cref="VariableNames.Count"/> of them.</param>
    /// <exception cref="ModelException">The kernel has no such operation.</exception>
    public static ScriptCost Evaluate(KernelModel model, string operation, ReadOnlySpan<double> values)
    {
        if (!model.Operations.TryGetValue(operation, out var script))
            throw new ModelException(model.Name, model.WhyNot(operation));

        var cost = new ScriptCost(model, values);
        cost.Instructions = cost.Run(script.Steps, 1);
        return cost;
    }

    /// <summary>Use of a lock in a mode; zeros when it is not taken.</summary>
    public LockUse Use(string id, LockMode mode) => locks.GetValueOrDefault((id, mode));

    /// <summary>How often any lock is taken while another is held.</summary>
    public double AcquisitionsInside(string id, LockMode mode) => inside.Where(item => item.Key.Outer == (id, mode)).Sum(item => item.Value);

    /// <summary>How often a lock is taken while another is held.</summary>
    public double AcquisitionsInside(string id, LockMode mode, string inner) => inside.GetValueOrDefault(((id, mode), inner));

    /// <summary>Instructions of one pass over the steps; locks are counted for all <paramref name="passes"/>.</summary>
    private double Run(IReadOnlyList<Step> steps, double passes)
    {
        var sum = 0.0;
        foreach (var step in steps)
            sum += Run(step, passes);
        return sum;
    }

    private double Run(Step step, double passes)
    {
        switch (step)
        {
            case ComputeStep compute:
                return compute.Instructions.Evaluate(values);
            case WalkStep walk:
                return model.Walk.Base + (model.Walk.PerComponent * walk.Components.Evaluate(values));
            case CpuLoopStep loop:
                return loop.Times.Evaluate(values) * loop.InstructionsPerCpu * values[(int)Variable.Cpus];
            case VisitStep visit:
                return visit.Mounts.Evaluate(values) * visit.InstructionsPerMount;
            case WakePollersStep wake:
                return wake.Instructions(values[(int)Variable.Pollers], values[(int)Variable.Cpus] - 1);   // the caller's own is busy
            case GracePeriodStep grace:
                gracePeriods += passes;
                return grace.LabInstructions.Evaluate(values);
            case CallStep call:
                return Run(model.Operations[call.Script].Steps, passes);
            case RepeatStep repeat:
                var times = repeat.Count(values);
                return times == 0 ? 0 : times * Run(repeat.Body, passes * times);
            case HoldStep hold:
                return Hold(hold, passes);
            default:
                return 0;
        }
    }

    private double Hold(HoldStep hold, double passes)
    {
        var key = (hold.Lock, hold.Mode);
        foreach (var outer in held)
            inside[(outer, hold.Lock)] = AcquisitionsInside(outer.Lock, outer.Mode, hold.Lock) + passes;
        held.Push(key);
        var body = Run(hold.Body, passes);
        held.Pop();
        var before = locks.GetValueOrDefault(key);
        locks[key] = new(before.Acquisitions + passes, before.HeldInstructions + (passes * body));
        return body;
    }
}
