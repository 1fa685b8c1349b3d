namespace MountSim.Model.Machines;

/// <summary>A machine, and what a reader must know about how it came about.</summary>
/// <param name="Machine">The machine.</param>
/// <param name="Note">What was assumed, in words; null when a file describes exactly this machine.</param>
public sealed record BuiltMachine(Machine Machine, string? Note);
