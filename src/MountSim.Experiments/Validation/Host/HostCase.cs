using MountSim.Calibration.ContainerRuntimes;

namespace MountSim.Experiments.Validation.Host;

/// <summary>A burst that is done for real and predicted.</summary>
/// <param name="Id">Its name in the report: the storm or runtime, and how many at a time.</param>
/// <param name="Title">What starts, under which conditions.</param>
/// <param name="Request">The burst, in the words of a prediction.</param>
public sealed record HostCase(string Id, string Title, PredictRequest Request)
{
    /// <summary>The program that makes real starts; null: this one makes the runtime's system calls itself.</summary>
    public InstalledRuntime? Runtime { get; init; }

    /// <summary>Why it cannot be done on this host, in a clause; null where it can.</summary>
    public string? Skipped { get; init; }
}
