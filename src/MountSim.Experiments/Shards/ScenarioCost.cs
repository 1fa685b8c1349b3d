namespace MountSim.Experiments.Shards;

/// <summary>What a scenario costs before it runs.</summary>
/// <param name="Events">Simulated events of all its replications.</param>
/// <param name="Containers">Containers of it, whose state is in memory.</param>
public readonly record struct ScenarioCost(long Events, int Containers);
