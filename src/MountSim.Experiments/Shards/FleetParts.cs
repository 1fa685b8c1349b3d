using MountSim.Experiments.Fleets;
using MountSim.Model;

namespace MountSim.Experiments.Shards;

/// <summary>A fleet's parts: its answers, as one machine would give them.</summary>
public static class FleetParts
{
    /// <summary>The report of a plan whose answers are in a folder.</summary>
    /// <param name="option">What the folder was given as, for messages.</param>
    /// <param name="folder">The folder.</param>
    /// <param name="plan">The plan.</param>
    /// <param name="version">The program's.</param>
    /// <exception cref="ModelException">
    /// It is no folder of parts, they are of another fleet, of another question or of another version, a shard is missing, or a part is damaged.
    /// </exception>
    public static FleetReport Report(string option, string folder, FleetPlan plan, string version)
    {
        ArgumentNullException.ThrowIfNull(plan);
        var there = FleetFile.Read(folder).Work();
        FleetFile.Of(plan, there.Shards, version).Work().CheckAgainst(option, folder, there);
        return plan.Report([.. ShardFolder.Read(folder, there).Lines(FleetPartJson.Default.FleetLine).Select(line => line.Answer)]);
    }
}
