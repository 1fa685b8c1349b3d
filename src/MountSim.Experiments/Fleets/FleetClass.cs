using MountSim.Experiments.Inputs;

namespace MountSim.Experiments.Fleets;

/// <summary>A class of hosts: some that are alike and start the same bursts.</summary>
/// <param name="Row">What its author wrote.</param>
/// <param name="Name">Its name.</param>
/// <param name="Hosts">How many there are.</param>
/// <param name="DemandContainers">Containers that must be able to start together over all of its hosts.</param>
/// <param name="Request">The burst of one host.</param>
public sealed record FleetClass(InputRow Row, string Name, int Hosts, long DemandContainers, PredictRequest Request);
