namespace MountSim.Model.Kernels;

/// <summary>How one operation uses one lock in one mode.</summary>
/// <param name="Acquisitions">Times taken.</param>
/// <param name="HeldInstructions">Instructions run while it is held, over all acquisitions.</param>
public readonly record struct LockUse(double Acquisitions, double HeldInstructions);
