using MountSim.Experiments.Fleets;

namespace MountSim.Experiments.Shards;

/// <summary>A scenario in a part of a fleet, with its answer.</summary>
/// <param name="Position">Its place among the fleet's different scenarios, from 0.</param>
/// <param name="Answer">The answer.</param>
public sealed record FleetLine(long Position, FleetAnswer Answer) : IPartLine
{
    bool IPartLine.IsWhole() => Answer.Largest is null or > 0; // hosts are counted by dividing by it
}
