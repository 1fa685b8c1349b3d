namespace MountSim.Experiments.Validation.Host;

/// <summary>Waits for one lock in a burst, as the kernel's contention events show them.</summary>
/// <param name="Lock">The lock.</param>
/// <param name="Waits">How many.</param>
/// <param name="TotalMs">Their sum, ms.</param>
public sealed record LockWait(string Lock, double Waits, double TotalMs);
