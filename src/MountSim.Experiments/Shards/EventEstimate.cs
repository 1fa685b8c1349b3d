using MountSim.Experiments.Sweeps;
using MountSim.Model;
using MountSim.Model.Simulation;

namespace MountSim.Experiments.Shards;

/// <summary>
/// Events of a scenario before it runs, by a law: replications x containers x steps of a start x events a step. Whole numbers only, as every machine of a cluster
/// must come to the same.
/// </summary>
/// <remarks>
/// Steps are the runtime's system calls and spells of its own code, unrolled, from its model. Events a step were measured over a mixed sample; docs/scale.md has
/// the sample, the fit and its error, and a test holds the law against fresh runs.
/// </remarks>
public sealed class EventEstimate
{
    private const string Containers = "containers", Replications = "replications";

    private static readonly ScenarioCost Failing = new(1, 0);

    private readonly Dictionary<string, (PredictRequest Request, long Steps)> _known = new(StringComparer.Ordinal);

    /// <summary>Events of a step of one start, in hundredths.</summary>
    internal const long CentieventsPerStep = 1_000;

    /// <summary>The cost of a scenario; one event for one that cannot be built, as it fails at once.</summary>
    public ScenarioCost Of(IReadOnlyList<SweepSetting> settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        // Most of a scenario is said of many others too, and only that needs models.
        var rest = string.Join('\n', settings.Where(setting => setting.Field is not Containers and not Replications));
        if (!_known.TryGetValue(rest, out var known)) _known[rest] = known = Read([.. settings.Where(setting => setting.Field is not Containers and not Replications)]);
        if (known.Steps == 0) return Failing;
        var counted = settings.Where(setting => setting.Field is Containers or Replications).ToList();
        try
        {
            var request = SweepFields.Apply(known.Request, counted);
            var starts = request.Replications * (long)request.Workload.Containers;
            return new ScenarioCost(Math.Max(1, starts * known.Steps * CentieventsPerStep / 100), request.Workload.Containers);
        }
        catch (ModelException)
        {
            return Failing;
        }
    }

    private static (PredictRequest Request, long Steps) Read(IReadOnlyList<SweepSetting> settings)
    {
        var request = new PredictRequest();
        try
        {
            request = SweepFields.Apply(request, settings);
            return (request, new ContainerPlan(ScenarioBuilder.Build(request).Scenario).Start.Count);
        }
        catch (ModelException)
        {
            return (request, 0); // running it will say what is wrong
        }
    }
}
