using MountSim.Experiments.Shards;

namespace MountSim.Reporting.Json;

/// <summary>A folder of parts as JSON.</summary>
/// <param name="Format">Name and version of this layout; within a version, keys are only ever added.</param>
/// <param name="Sweep">The hash of the sweep's plan or of the fleet's.</param>
/// <param name="Version">The program's that computes the rows.</param>
/// <param name="Seed">The scenarios' seeds.</param>
/// <param name="Scenarios">Scenarios in all.</param>
/// <param name="Missing">Shards that cannot be merged yet.</param>
/// <param name="Shards">A state a shard.</param>
internal sealed record ShardStatusDocument(string Format, string Sweep, string Version, string Seed, long Scenarios, IReadOnlyList<int> Missing, IReadOnlyList<ShardState> Shards)
{
    public static ShardStatusDocument From(ShardFolder folder) =>
        new("mountsim-shard-status/1", folder.Work.Hash, folder.Work.Version, folder.Work.Seed, folder.Work.Scenarios, folder.Missing, folder.States);
}
