namespace MountSim.Experiments;

/// <summary>Temporary: the leader's predictor takes this file's place.</summary>
public static class Predictor
{
    /// <summary>Predicts one scenario.</summary>
    public static PredictionReport Predict(PredictRequest request, IProgress<PredictProgress>? progress, CancellationToken cancellation) =>
        throw new NotImplementedException("the predictor is not built yet");
}
