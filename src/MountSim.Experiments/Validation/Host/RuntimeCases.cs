using MountSim.Calibration;
using MountSim.Calibration.Bursts;
using MountSim.Calibration.ContainerRuntimes;
using MountSim.Experiments.Bursts;
using MountSim.Model.Runtimes;

namespace MountSim.Experiments.Validation.Host;

/// <summary>Real starts by the container runtimes that this host has, each judged by the model that describes the version installed; or why there are none.</summary>
internal static class RuntimeCases
{
    // Seconds that 'true' runs: its exec is in the models' starts.
    private const double AtOnce = 1e-6;

    /// <summary>Those of all programs.</summary>
    public static IReadOnlyList<HostCase> All(IReadOnlyList<int> workers) => [.. OciProgram.All.SelectMany(program => Find(program, workers))];

    /// <summary>Those of one that is installed.</summary>
    /// <param name="runtime">It.</param>
    /// <param name="kernel">The kernel release that runs.</param>
    /// <param name="workers">Numbers of starts in flight.</param>
    public static IReadOnlyList<HostCase> Of(InstalledRuntime runtime, string kernel, IReadOnlyList<int> workers)
    {
        var (program, version) = (runtime.Program, runtime.Version);
        if (ProgramVersion.Find(kernel) is not { } release || RuntimeCatalog.Describing(program.Name, version, release) is not { } model)
            return [Skip(program, $"no model describes {program.Name} {version} on Linux {kernel}; there are {string.Join(", ", RuntimeCatalog.Of(program.Name).Select(one => $"{one.Name} ({one.Describes})"))}")];
        var workload = HostCases.Starts with { RuntimeVariables = program.Engine.HostVariables, LifetimeSeconds = AtOnce };
        return [.. workers.Select(count => HostCases.Case(program.Name, $"real starts by {program.Name} {version}, by the model of {model.Title}", model.Name, count, workload) with { Runtime = runtime })];
    }

    /// <summary>The same cases, with a reason where the first start of a program fails or there is no room.</summary>
    public static async Task<List<HostCase>> TryAsync(IReadOnlyList<HostCase> cases, Func<HostCase, BurstOptions> options, CancellationToken cancellation)
    {
        Dictionary<InstalledRuntime, string?> refusals = [];
        List<HostCase> tried = [];
        foreach (var one in cases)
        {
            if (one.Runtime is not { } runtime)
            {
                tried.Add(one);
                continue;
            }

            if (!refusals.TryGetValue(runtime, out var refusal))
                refusals[runtime] = refusal = await RefusalAsync(options(one with { Request = one.Request.With(load => load with { Containers = 1, Concurrency = 1 }) }), cancellation).ConfigureAwait(false);
            tried.Add(one with { Skipped = refusal ?? Refusal(options(one)) });
        }

        return tried;
    }

    private static IReadOnlyList<HostCase> Find(OciProgram program, IReadOnlyList<int> workers)
    {
        try
        {
            return InstalledRuntime.Find(program) is { } runtime ? Of(runtime, HostScenario.KernelRelease, workers) : [Skip(program, $"no {program.Name} is on the PATH; install it to have its starts judged")];
        }
        catch (CalibrationException e)
        {
            return [Skip(program, e.Message)];
        }
    }

    private static HostCase Skip(OciProgram program, string reason) => new(program.Name, $"real starts by {program.Name}", new PredictRequest()) { Skipped = reason };

    private static async Task<string?> RefusalAsync(BurstOptions options, CancellationToken cancellation)
    {
        try
        {
            await Burst.RunAsync(options, null, cancellation).ConfigureAwait(false);
            return null;
        }
        catch (CalibrationException e)
        {
            return e.Message;
        }
    }

    private static string? Refusal(BurstOptions options)
    {
        try
        {
            Burst.Check(options);
            return null;
        }
        catch (CalibrationException e)
        {
            return e.Message;
        }
    }
}
