using MountSim.Model.Kernels;

namespace MountSim.Model.Runtimes;

/// <summary>A count that a runtime's steps depend on: its pseudo file systems, binds, masked paths.</summary>
/// <param name="Name">As in laws.</param>
/// <param name="Meaning">What it counts.</param>
/// <param name="Law">Its default, over workload values and the variables before it.</param>
/// <param name="Fixed">Why nothing but the default is allowed, and what to do instead; null for a variable that can be set.</param>
public sealed record RuntimeVariable(string Name, string Meaning, Expression Law, string? Fixed);
