using MountSim.Model.Workloads;

namespace MountSim.Experiments.Tests;

/// <summary>Predictions that take a moment.</summary>
internal static class Small
{
    public static PredictRequest Request { get; } = new()
    {
        Cores = 8,
        Sockets = 1,
        Runtime = "minimal-legacy",
        Workload = new Workload { Containers = 12 },
        Replications = 3,
        Threads = 1,
    };

    public static PredictionReport Predict(this PredictRequest request) => Predictor.Predict(request, null, CancellationToken.None);
}
