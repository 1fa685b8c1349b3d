using MountSim.Model.Simulation;

namespace MountSim.Experiments;

/// <summary>A scenario with what its reader must know of it.</summary>
/// <param name="Scenario">The scenario.</param>
/// <param name="Settings">Every setting and its origin.</param>
/// <param name="Notes">Remarks, in sentences.</param>
public sealed record BuiltScenario(Scenario Scenario, IReadOnlyList<Setting> Settings, IReadOnlyList<string> Notes);
