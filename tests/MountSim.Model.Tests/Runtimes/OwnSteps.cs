using MountSim.Model.Runtimes;

namespace MountSim.Model.Tests.Runtimes;

/// <summary>The reference's totals are of a runtime's own steps: those of the OCI runtime and of mount(8) that it includes are left out.</summary>
internal static class OwnSteps
{
    private static readonly string[] Included = ["models/runtimes/runc-", "models/runtimes/crun-", "models/runtimes/libmount"];

    public static IReadOnlyList<RuntimeStep> Of(RuntimeModel runtime, IReadOnlyList<RuntimeStep> steps) =>
        runtime.Name.StartsWith("runc-", StringComparison.Ordinal) || runtime.Name.StartsWith("crun-", StringComparison.Ordinal) ? steps : Own(steps);

    private static List<RuntimeStep> Own(IReadOnlyList<RuntimeStep> steps) =>
    [
        .. steps.Where(step => !Included.Any(place => step.At.StartsWith(place, StringComparison.Ordinal)))
            .Select(step => step is LoopStep loop ? loop with { Steps = Own(loop.Steps) } : step),
    ];
}
