using MountSim.Calibration;
using MountSim.Calibration.Bursts;
using MountSim.Model.Simulation;

namespace MountSim.Experiments.Bursts;

/// <summary>Bursts done for real on this host, as the simulation would have them.</summary>
public static class HostBurst
{
    /// <summary>Does the bursts of a request, one after the other, and predicts the same where asked.</summary>
    /// <exception cref="Model.ModelException">A model or an option is not usable.</exception>
    /// <exception cref="CalibrationException">The host cannot do it, or has no room for it.</exception>
    public static async Task<BurstReport> RunAsync(BurstRequest request, IProgress<PredictProgress>? progress, CancellationToken cancellation)
    {
        var scenario = HostScenario.On(request.Scenario);
        var built = ScenarioBuilder.Build(scenario);
        var results = new List<BurstResult>();
        using var tracer = await BurstTracer.OpenAsync(Options(request, built.Scenario, 0), cancellation).ConfigureAwait(false);
        for (var run = 0; run < request.Runs; run++)
        {
            results.Add(await Burst.RunAsync(Options(request, built.Scenario, run), tracer.Tracer, cancellation).ConfigureAwait(false));
            progress?.Report(new PredictProgress(run + 1, request.Runs, "bursts"));
        }

        var prediction = request.Predict ? Predictor.Predict(AsItWas(scenario, results), progress, cancellation) : null;
        return BurstReport.Of(scenario, built, results, prediction, tracer.Refusal);
    }

    private static BurstOptions Options(BurstRequest request, Scenario scenario, int run) => new()
    {
        Scenario = scenario,
        HostMounts = request.Scenario.Workload.HostMounts,
        TimeLimit = request.TimeLimit,
        Seed = request.Scenario.Seed + run,
    };

    /// <summary>The request with the mount table that the bursts met: a host that has more mounts than asked for keeps them.</summary>
    private static PredictRequest AsItWas(PredictRequest request, List<BurstResult> results) => request.With(load => load with { HostMounts = results[0].HostMountsBefore });
}
