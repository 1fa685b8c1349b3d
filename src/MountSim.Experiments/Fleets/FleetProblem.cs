using MountSim.Experiments.Inputs;

namespace MountSim.Experiments.Fleets;

/// <summary>A row that cannot be planned.</summary>
/// <param name="Row">The row.</param>
/// <param name="Message">File, line and column, what was found and what is allowed.</param>
public sealed record FleetProblem(InputRow Row, string Message);
