namespace MountSim.Model.Runtimes;

/// <summary>System calls and CPU time of one container's start or stop.</summary>
/// <param name="MountOperations">Calls that attach or detach mounts: mount(2) of something new or bound, move_mount, umount2.</param>
/// <param name="HostCalls">Counted calls in the host's namespace (<see cref="OperationNames.IsCounted"/>).</param>
/// <param name="ContainerCalls">Counted calls in the container's.</param>
/// <param name="LegacyCalls">Calls of mount(2).</param>
/// <param name="FdCalls">Calls of the fd API, an fsopen and its fsconfigs as one.</param>
/// <param name="MountinfoReads">Reads of a whole mount table.</param>
/// <param name="NamespaceCalls">Mount namespaces copied or joined: unshare, clone, setns.</param>
/// <param name="DetachedCloses">Closes of a mount that was never attached, which take <c>namespace_sem</c>.</param>
/// <param name="CpuMicroseconds">User CPU time, PID 1's not included.</param>
public readonly record struct RuntimeCounts(
    int MountOperations, int HostCalls, int ContainerCalls, int LegacyCalls, int FdCalls, int MountinfoReads, int NamespaceCalls, int DetachedCloses,
    double CpuMicroseconds)
{
    /// <summary>Counts the steps for values that <see cref="RuntimeModel.Bind"/> gave.</summary>
    public static RuntimeCounts Of(IReadOnlyList<RuntimeStep> steps, ReadOnlySpan<double> values)
    {
        var total = default(RuntimeCounts);
        foreach (var step in steps)
        {
            total = step switch
            {
                CpuStep cpu => total with { CpuMicroseconds = total.CpuMicroseconds + cpu.Microseconds.Evaluate(values) },
                OperationStep operation => total.Plus(Of(operation), RuntimeModel.Times(operation.Count, values)),
                LoopStep loop => total.Plus(Of(loop.Steps, values), RuntimeModel.Times(loop.Times, values)),
                _ => total,
            };
        }

        return total;
    }

    private static RuntimeCounts Of(OperationStep step)
    {
        var counted = OperationNames.IsCounted(step.Operation);
        return new RuntimeCounts(
            One(OperationNames.AttachesOrDetaches(step.Operation) && !step.Fails),
            One(counted && step.In == MountNamespace.Host),
            One(counted && step.In == MountNamespace.Container),
            One(OperationNames.IsLegacy(step.Operation)),
            One(OperationNames.IsFd(step.Operation)),
            One(step.Operation == "mountinfo.read"),
            One(step.Operation is "namespace.copy" or "namespace.copy_empty" or "setns"),
            One(step.Operation == "close.detached"),
            0);
    }

    private static int One(bool holds) => holds ? 1 : 0;

    private RuntimeCounts Plus(RuntimeCounts other, int times) => new(
        MountOperations + other.MountOperations * times,
        HostCalls + other.HostCalls * times,
        ContainerCalls + other.ContainerCalls * times,
        LegacyCalls + other.LegacyCalls * times,
        FdCalls + other.FdCalls * times,
        MountinfoReads + other.MountinfoReads * times,
        NamespaceCalls + other.NamespaceCalls * times,
        DetachedCloses + other.DetachedCloses * times,
        CpuMicroseconds + other.CpuMicroseconds * times);
}
