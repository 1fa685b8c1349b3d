using MountSim.Model.Kernels;

namespace MountSim.Calibration.Fitting;

/// <summary>Instructions of an operation by class of work, on an idle machine, without what grace periods take: the lab's counts as a model.</summary>
public sealed class InstructionCounter
{
    /// <summary>Instructions of an empty system call, tracing included: the lab's getppid row of 6.12. Measured times have it taken off.</summary>
    public const double EmptyCall = 484;

    private readonly KernelModel _kernel;

    /// <summary>Counts by <paramref name="kernel"/>.</summary>
    public InstructionCounter(KernelModel kernel) => _kernel = kernel;

    /// <summary>The kernel model's name.</summary>
    public string KernelName => _kernel.Name;

    /// <summary>Instructions by <see cref="WorkClass"/>.</summary>
    public double[] ByClass(string operation, ReadOnlySpan<double> values) => Count(operation, values, _ => false, true);

    /// <summary>Instructions by <see cref="WorkClass"/> with a lock held.</summary>
    /// <param name="operation">The operation.</param>
    /// <param name="values">Values of variables.</param>
    /// <param name="lockId">The lock.</param>
    /// <param name="reads">Held to read; otherwise to write or exclusively.</param>
    public double[] Held(string operation, ReadOnlySpan<double> values, string lockId, bool reads) =>
        Count(operation, values, hold => hold.Lock == lockId && (hold.Mode == LockMode.Read) == reads, false);

    /// <summary>True when the kernel has such an operation.</summary>
    public bool Has(string operation) => _kernel.Operations.ContainsKey(operation);

    private double[] Count(string operation, ReadOnlySpan<double> values, Func<HoldStep, bool> opens, bool open)
    {
        var sums = new double[Enum.GetValues<WorkClass>().Length];
        Add(_kernel.Operations[operation].Steps, values, 1, open, opens, sums);
        return sums;
    }

    private void Add(IReadOnlyList<Step> steps, ReadOnlySpan<double> values, double times, bool open, Func<HoldStep, bool> opens, double[] sums)
    {
        foreach (var step in steps)
            Add(step, values, times, open, opens, sums);
    }

    private void Add(Step step, ReadOnlySpan<double> values, double times, bool open, Func<HoldStep, bool> opens, double[] sums)
    {
        switch (step)
        {
            case CallStep call:
                Add(_kernel.Operations[call.Script].Steps, values, times, open, opens, sums);
                break;
            case RepeatStep repeat:
                Add(repeat.Body, values, times * repeat.Count(values), open, opens, sums);
                break;
            case HoldStep hold:
                Add(hold.Body, values, times, open || opens(hold), opens, sums);
                break;
            default:
                if (open)
                    Add(step, values, times, sums);
                break;
        }
    }

    private void Add(Step step, ReadOnlySpan<double> values, double times, double[] sums)
    {
        switch (step)
        {
            case ComputeStep compute:
                sums[(int)compute.Class] += times * compute.Instructions.Evaluate(values);
                break;
            case WalkStep walk:
                sums[(int)WorkClass.Walk] += times * (_kernel.Walk.Base + (_kernel.Walk.PerComponent * walk.Components.Evaluate(values)));
                break;
            case CpuLoopStep loop:
                sums[(int)loop.Class] += times * loop.Times.Evaluate(values) * loop.InstructionsPerCpu * values[(int)Variable.Cpus];
                break;
        }
    }
}
