using MountSim.Experiments.Sweeps;
using MountSim.Model;
using MountSim.Model.Simulation;

namespace MountSim.Experiments.Shards;

/// <summary>
/// Events of a scenario before it runs, by a law: replications x containers x (4.6 a step of a start + 34 a mount or umount in it). Whole numbers only, as every
/// machine of a cluster must come to the same.
/// </summary>
/// <remarks>
/// Steps are the runtime's system calls and spells of its own code, unrolled, from its model; those that attach or detach have more events, as they take the
/// global locks and wake pollers. The two figures are a least-squares fit to a mixed sample; docs/scale.md has the sample and how far the law is off.
/// </remarks>
public sealed class EventEstimate
{
    private const string Containers = "containers", Replications = "replications";
    private const long TenthsPerStep = 46, TenthsPerMountOperation = 341;

    private static readonly ScenarioCost Failing = new(1, 0);

    private readonly Dictionary<string, (PredictRequest Request, long StartTenths)> _known = new(StringComparer.Ordinal);

    /// <summary>The cost of a scenario; one event for one that cannot be built, as it fails at once.</summary>
    public ScenarioCost Of(IReadOnlyList<SweepSetting> settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        // Most of a scenario is said of many others too, and only that needs models.
        var rest = string.Join('\n', settings.Where(setting => setting.Field is not Containers and not Replications));
        if (!_known.TryGetValue(rest, out var known)) _known[rest] = known = Read([.. settings.Where(setting => setting.Field is not Containers and not Replications)]);
        if (known.StartTenths == 0) return Failing;
        var counted = settings.Where(setting => setting.Field is Containers or Replications).ToList();
        try
        {
            var request = SweepFields.Apply(known.Request, counted);
            return Cost(request, known.StartTenths);
        }
        catch (ModelException)
        {
            return Failing;
        }
    }

    /// <summary>The cost of a request's scenario.</summary>
    /// <exception cref="ModelException">It cannot be built.</exception>
    public static ScenarioCost Of(PredictRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        return Cost(request, StartTenths(request));
    }

    private static ScenarioCost Cost(PredictRequest request, long startTenths)
    {
        var starts = request.Replications * (long)request.Workload.Containers;
        return new ScenarioCost(Math.Max(1, starts * startTenths / 10), request.Workload.Containers);
    }

    private static long StartTenths(PredictRequest request)
    {
        var start = new ContainerPlan(ScenarioBuilder.Build(request).Scenario);
        return (start.Start.Count * TenthsPerStep) + (start.MountOperations * TenthsPerMountOperation);
    }

    private static (PredictRequest Request, long StartTenths) Read(IReadOnlyList<SweepSetting> settings)
    {
        var request = new PredictRequest();
        try
        {
            request = SweepFields.Apply(request, settings);
            return (request, StartTenths(request));
        }
        catch (ModelException)
        {
            return (request, 0); // running it will say what is wrong
        }
    }
}
