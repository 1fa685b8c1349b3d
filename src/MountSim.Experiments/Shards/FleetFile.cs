using System.Text.Json;
using MountSim.Experiments.Fleets;
using MountSim.Experiments.Requests;
using MountSim.Model;

namespace MountSim.Experiments.Shards;

/// <summary>The fleet that a folder of parts is of, in the file <c>fleet.json</c>: it says what is missing. The rows are written by who has the fleet's table.</summary>
/// <param name="Format">Name and version of this layout.</param>
/// <param name="Fleet">The plan's hash.</param>
/// <param name="Version">Of the program that computes the answers, since another may compute other numbers.</param>
/// <param name="Seed">The scenarios' seeds.</param>
/// <param name="Shards">Parts when it is whole.</param>
/// <param name="Scenarios">Different scenarios in all.</param>
public sealed record FleetFile(string Format, string Fleet, string Version, string Seed, int Shards, int Scenarios)
{
    private const string CurrentFormat = "mountsim-fleet-shards/1";

    /// <summary>The file of a plan.</summary>
    /// <exception cref="ModelException">A file that a scenario names cannot be read.</exception>
    public static FleetFile Of(FleetPlan plan, int shards, string version)
    {
        ArgumentNullException.ThrowIfNull(plan);
        var seeds = plan.Scenarios.Select(scenario => Numbers.Text(scenario.Seed)).Distinct(StringComparer.Ordinal).ToList();
        return new FleetFile(CurrentFormat, plan.Hash(), version, ShardedWork.SeedText(seeds), shards, plan.Scenarios.Count);
    }

    /// <summary>Reads a folder's file.</summary>
    /// <exception cref="ModelException">There is none, or it is damaged.</exception>
    public static FleetFile Read(string folder) => FolderFile.Read(folder, ShardKind.Fleet, FleetPartJson.Default.FleetFile, CurrentFormat, file => file.Format, file => file.Work().IsWhole(leastScenarios: 0) ? null : FolderFile.NotWhole);

    /// <summary>What the parts are of.</summary>
    public ShardedWork Work() => new(ShardKind.Fleet, Fleet, Version, Seed, Shards, Scenarios);

    /// <summary>The file's bytes.</summary>
    public byte[] Bytes() => JsonSerializer.SerializeToUtf8Bytes(this, FleetPartJson.Default.FleetFile);
}
