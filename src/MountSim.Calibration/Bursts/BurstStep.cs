using MountSim.Model.Runtimes;
using MountSim.Model.Simulation;

namespace MountSim.Calibration.Bursts;

/// <summary>A step of a container's start as the measuring process is told it: laws are numbers by now.</summary>
/// <param name="Operation">One of <see cref="OperationNames"/>; null for user code.</param>
/// <param name="UserNs">CPU time of user code, ns.</param>
/// <param name="InHost">Done in the host's namespace.</param>
/// <param name="Shared">In the host's namespace: on a mount that propagates.</param>
/// <param name="Outer">In which of the container's namespaces, back from the newest.</param>
/// <param name="Fails">The call is refused after its work.</param>
/// <param name="WholeTree">Done to all mounts of the namespace, or of its old root.</param>
/// <param name="Tree">Mounts in the subtree where that is a number.</param>
/// <param name="Layers">Lower layers of an overlay.</param>
/// <param name="Components">Components of each path.</param>
internal sealed record BurstStep(
    string? Operation, long UserNs, bool InHost, bool Shared, int Outer, bool Fails, bool WholeTree, int Tree, int Layers, int Components)
{
    private const double PsPerNs = 1e3;

    /// <summary>The steps of a plan in order, systemd's requests left out: a burst makes no cgroups.</summary>
    internal static IReadOnlyList<BurstStep> Of(ContainerPlan plan, int pathComponents) =>
        [.. plan.Start.Where(step => step.Pid1Ps == 0).Select(step => Of(step, plan.Values, pathComponents))];

    private static BurstStep Of(PlanStep step, double[] values, int pathComponents)
    {
        var tree = step.Tree?.Evaluate(values) ?? 1;
        // What depends on the tables as they are then concerns all mounts: inherited, own_mounts, host_mounts.
        double[] later = [.. values];
        later[RuntimeSlots.HostMounts] += 1;
        later[RuntimeSlots.Inherited] += 1;
        later[RuntimeSlots.OwnMounts] += 1;
        var whole = step.Tree is not null && step.Tree.Evaluate(later) != tree;
        return new BurstStep(
            step.Operation, (long)(step.UserPs / PsPerNs), step.InHost, step.Shared, step.Outer, step.Fails, whole, whole ? 1 : (int)tree,
            (int)(step.Layers?.Evaluate(values) ?? 0), (int)(step.Components?.Evaluate(values) ?? pathComponents));
    }
}
