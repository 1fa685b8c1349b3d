using MountSim.Experiments.Planning;

namespace MountSim.Experiments.Fleets;

/// <summary>What must hold on every host of a fleet.</summary>
/// <param name="Targets">At least one; all must hold.</param>
/// <param name="Furthest">The search for the largest burst ends at this many times the planned one.</param>
/// <param name="Threads">Threads in all; null: one a CPU. Never changes a result.</param>
public sealed record FleetQuestion(IReadOnlyList<Slo> Targets, int Furthest, int? Threads)
{
    /// <summary>Whether mitigations are ranked by start times or by the makespan: by what the first target is about.</summary>
    internal string RankedBy => Targets[0].Metric.Name == Comparer.ByMakespan ? Comparer.ByMakespan : Comparer.ByStart;
}
