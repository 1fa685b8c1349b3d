using MountSim.Calibration.Bursts;
using MountSim.Experiments;
using MountSim.Experiments.Bursts;

namespace MountSim.Reporting.Json;

/// <summary>Real bursts as their JSON says it; what no burst can see is null.</summary>
/// <remarks>Format is the name and version of this layout; within a version, keys are only ever added.</remarks>
internal sealed record BurstDocument(
    string Format,
    PredictionSummary Summary,
    int HostMountsAfter,
    int? ContainerMounts,
    PredictionSummary? Prediction,
    IReadOnlyList<LockSummary> Locks,
    IReadOnlyList<OperationTime> Operations,
    IReadOnlyList<string> Notes,
    IReadOnlyList<double> StartTimesMs)
{
    public static BurstDocument From(BurstReport report) =>
        new("mountsim-burst/1", report.Summary, report.HostMountsAfter, report.ContainerMounts, report.Prediction?.Summary, report.Locks, report.Operations, report.Notes, report.StartTimesMs);
}
