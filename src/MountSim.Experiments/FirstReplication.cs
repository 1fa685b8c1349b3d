using MountSim.Model.Simulation;

namespace MountSim.Experiments;

/// <summary>The first of a prediction's replications once more, watched. It is the same run: who watches changes nothing.</summary>
public static class FirstReplication
{
    /// <summary>Runs it.</summary>
    /// <param name="request">The prediction.</param>
    /// <param name="observer">Who watches.</param>
    /// <param name="cancellation">Stops at once.</param>
    /// <exception cref="Model.ModelException">A model or an option is not usable.</exception>
    public static StormResult Watch(PredictRequest request, StormObserver observer, CancellationToken cancellation) =>
        new Storm(ScenarioBuilder.Build(request).Scenario, Replicator.SeedOf(request.Seed, 0), observer).Run(cancellation);
}
