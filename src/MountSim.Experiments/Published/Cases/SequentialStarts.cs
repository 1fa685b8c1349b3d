using MountSim.Experiments.Validation;
using MountSim.Model.Costs;
using MountSim.Model.Workloads;

namespace MountSim.Experiments.Published.Cases;

/// <summary>M14: one start after the other.</summary>
internal static class SequentialStarts
{
    public static PublishedCase Case { get; } = new(
        "M14",
        "One after the other: runc 33 ms, crun 16.9 ms (crun's README, 2021), crun 6.0 ms (crun PR 2054, 2026)",
        "Machines are not stated: a third either way. crun 1.8 lies between the two published versions of crun, so between their figures. The models' CPU time comes from straces of 2026 and from the last figure; what is tested is that the kernel's part on top stays small",
        run =>
        [
            Row(run, "runc 1.1", "runc-1.1", Band.Within(33.4, 1.0 / 3)),
            Row(run, "crun 1.8", "crun-1.8", Band.Between(6.0, 16.9)),
            Row(run, "crun 1.29", "crun-1.29", Band.Within(6.0, 1.0 / 3)),
        ]);

    private static ValidationRow Row(PublishedRun run, string quantity, string runtime, Interval band) => ValidationRow.InBand(
        quantity, "ms", run.Of(new PredictRequest { Cores = 8, Sockets = 1, Runtime = runtime, Workload = new Workload { Containers = 1, Layers = 1, Volumes = 0, OtherNamespaces = 0 } }, storm => storm.StartMs), band);
}
