namespace MountSim.Model.Traces;

/// <summary>How a run used one lock through one function.</summary>
/// <param name="Acquisitions">Times taken.</param>
/// <param name="HeldInstructions">Instructions while held, over all acquisitions; 0 where the kernel's releases cannot be traced.</param>
/// <param name="Place">file:line.</param>
public sealed record TracedUse(double Acquisitions, double HeldInstructions, string Place);
