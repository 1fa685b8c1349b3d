using MountSim.Experiments.Validation;
using MountSim.Model.Costs;
using MountSim.Model.Runtimes;

namespace MountSim.Experiments.Published.Cases;

/// <summary>M1: how many mount operations a hundred containers of fifty layers make.</summary>
internal static class MountCounts
{
    private const int Containers = 100, Layers = 50;

    private static readonly string[] Counted = ["move_mount", "mount.overlay", "umount.detach"];

    public static PublishedCase Case { get; } = new(
        "M1",
        "100 containers x 50 layers make 20,200 mount operations, 600 after the fix (containerd 2.0.5 with user namespaces; Netflix, 2025)",
        "Exact. Counted as there: move_mount, overlay mount and umount of an app container's two assemblies, so what one more app container adds to a pod in the host's namespace",
        _ =>
        [
            Row("an idmapped mount a layer", "k8s-containerd-userns-perlayer", 20_200),
            Row("one of the common parent", "k8s-containerd-userns-common", 600),
        ]);

    private static ValidationRow Row(string quantity, string runtime, double published) =>
        ValidationRow.InBand(quantity, "", Interval.Exact(Containers * (OfPod(runtime, 2) - OfPod(runtime, 1))), Interval.Exact(published));

    private static int OfPod(string name, int containers)
    {
        var runtime = RuntimeCatalog.Load(name);
        return Count(runtime.Start, runtime.Bind(new RuntimeInputs(Layers), new Dictionary<string, double> { ["C"] = containers }));
    }

    private static int Count(IReadOnlyList<RuntimeStep> steps, double[] values) => steps.Sum(step => step switch
    {
        OperationStep { In: MountNamespace.Host } call when Counted.Contains(call.Operation) => RuntimeModel.Times(call.Count, values),
        LoopStep loop => RuntimeModel.Times(loop.Times, values) * Count(loop.Steps, values),
        _ => 0,
    });
}
