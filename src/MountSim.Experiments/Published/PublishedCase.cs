using MountSim.Experiments.Validation;

namespace MountSim.Experiments.Published;

/// <summary>One published measurement and how the simulation is held against it.</summary>
/// <param name="Id">M1 to M15.</param>
/// <param name="Title">What was measured, where, and who says so.</param>
/// <param name="Basis">The band and why it is that; stated before the result is known.</param>
/// <param name="Judge">Simulates and compares.</param>
internal sealed record PublishedCase(string Id, string Title, string Basis, Func<PublishedRun, IReadOnlyList<ValidationRow>> Judge);
