using MountSim.Experiments.Shards;

namespace MountSim.Reporting.Json;

/// <summary>What a sweep will take, as JSON.</summary>
internal sealed record EstimateDocument(
    string Format, long Scenarios, int Shards, long Events, double CpuCoreHours, long LargestShardScenarios, double LargestShardTimeS, double Imbalance, int Threads, double MemoryMib)
{
    public static EstimateDocument From(SweepEstimate estimate, int threads) => new(
        "mountsim-sweep-estimate/1",
        estimate.Scenarios,
        estimate.Shards,
        estimate.Events,
        estimate.CoreHours,
        estimate.LargestShardScenarios,
        estimate.LargestShardSeconds / threads,
        estimate.Imbalance,
        threads,
        estimate.MemoryMiB(threads));
}
