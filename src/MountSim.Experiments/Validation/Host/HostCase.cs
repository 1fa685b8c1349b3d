namespace MountSim.Experiments.Validation.Host;

/// <summary>A burst that is done for real and predicted.</summary>
/// <param name="Id">Its name in the report: the storm or runtime, and how many at a time.</param>
/// <param name="Title">What starts, under which conditions.</param>
/// <param name="Request">The burst, in the words of a prediction.</param>
public sealed record HostCase(string Id, string Title, PredictRequest Request);
