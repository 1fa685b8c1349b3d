using MountSim.Model.Mitigations;

namespace MountSim.Experiments.Planning;

/// <summary>A scenario to hold against a baseline.</summary>
/// <param name="Name">What a reader calls it.</param>
/// <param name="Change">What differs from the baseline, NAME=VALUE with blanks between.</param>
/// <param name="Request">The whole request.</param>
/// <param name="Mitigation">The mitigation that it tries, with its price; null for others.</param>
public sealed record Variant(string Name, string Change, PredictRequest Request, Mitigation? Mitigation = null);
