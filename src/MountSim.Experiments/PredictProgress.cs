namespace MountSim.Experiments;

/// <summary>How far a prediction is.</summary>
/// <param name="Done">Units finished.</param>
/// <param name="Total">Units in all, as far as known now: <see cref="PredictRequest.Precision"/> may ask for more later.</param>
/// <param name="Unit">What is counted, in the plural: replications, sensitivity runs.</param>
public sealed record PredictProgress(int Done, int Total, string Unit);
