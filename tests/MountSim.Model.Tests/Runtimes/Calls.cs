using MountSim.Model.Runtimes;

namespace MountSim.Model.Tests.Runtimes;

/// <summary>The columns of the reference's table for a start.</summary>
public readonly record struct Calls(int Host, int Container, int Legacy, int Fd, int Namespaces, int DetachedCloses, int Reads)
{
    /// <summary>
    /// Counts as the table does: the entries of the reference's list of steps. Where a call is not one entry by its name, the model's step says how many it is
    /// (<see cref="RuntimeStep.Listed"/>).
    /// </summary>
    public static Calls Listed(IReadOnlyList<RuntimeStep> steps, double[] values)
    {
        var sum = default(Calls);
        foreach (var step in steps) sum += Listed(step, values);
        return sum;
    }

    private static Calls Listed(RuntimeStep step, double[] values) => step switch
    {
        LoopStep loop => Listed(loop.Steps, values) * RuntimeModel.Times(loop.Times, values),
        OperationStep operation => Listed(operation, values) * RuntimeModel.Times(operation.Count, values),
        CpuStep { Listed: { } entries } cpu => In(cpu.In, RuntimeModel.Times(entries, values)),
        _ => default,
    };

    private static Calls Listed(OperationStep step, double[] values)
    {
        var name = step.Operation;
        var entries = step.Listed is { } stated ? RuntimeModel.Times(stated, values) : OperationNames.IsCounted(name) ? 1 : 0;
        return In(step.In, entries) with
        {
            Legacy = OperationNames.IsLegacy(name) ? entries : 0,
            Fd = OperationNames.IsFd(name) || name.StartsWith("fsconfig.", StringComparison.Ordinal) ? entries : 0,
            Namespaces = name is "namespace.copy" or "namespace.copy_empty" or "setns" ? entries : 0,
            DetachedCloses = name == "close.detached" ? entries : 0,
            Reads = name == "mountinfo.read" ? 1 : 0,
        };
    }

    private static Calls In(MountNamespace place, int entries) => place == MountNamespace.Host ? new() { Host = entries } : new() { Container = entries };

    public static Calls operator *(Calls calls, int times) => new(
        calls.Host * times, calls.Container * times, calls.Legacy * times, calls.Fd * times,
        calls.Namespaces * times, calls.DetachedCloses * times, calls.Reads * times);

    public static Calls operator +(Calls left, Calls right) => new(
        left.Host + right.Host, left.Container + right.Container, left.Legacy + right.Legacy, left.Fd + right.Fd,
        left.Namespaces + right.Namespaces, left.DetachedCloses + right.DetachedCloses, left.Reads + right.Reads);
}
