using MountSim.Experiments.Inputs;

namespace MountSim.Experiments.Fleets;

/// <summary>A row of the plan.</summary>
/// <param name="Input">What its author wrote.</param>
/// <param name="Class">What it means; null when it is wrong.</param>
/// <param name="Answer">The plan; null when it is wrong.</param>
/// <param name="Problem">What is wrong with it; null when nothing is.</param>
public sealed record FleetRow(InputRow Input, FleetClass? Class, FleetAnswer? Answer, string? Problem)
{
    /// <summary>True when the planned burst keeps the targets.</summary>
    public bool? IsMet => Answer is null ? null : Answer.Largest >= Class!.Request.Workload.Containers;

    /// <summary>How far the largest burst is above the planned one: 0.25 for a quarter more, negative below it.</summary>
    public double? Headroom => Answer is null ? null : ((double)(Answer.Largest ?? 0) / Class!.Request.Workload.Containers) - 1;

    /// <summary>Hosts that the demand needs when each starts the largest burst; null when no number of hosts does.</summary>
    public long? HostsNeeded => Answer?.Largest is { } largest ? (Class!.DemandContainers + largest - 1) / largest : null;

    /// <summary>Hosts beyond those needed; negative for hosts that are missing.</summary>
    public long? HostsSpare => HostsNeeded is { } needed ? Class!.Hosts - needed : null;
}
