namespace MountSim.Calibration.Profiles;

/// <summary>The waits for one lock, as the kernel's contention events show them.</summary>
/// <param name="Lock">The lock.</param>
/// <param name="ContendedPerOperation">Waits an execution.</param>
/// <param name="WaitNsPerOperation">Nanoseconds waited an execution.</param>
public sealed record LockWait(string Lock, double ContendedPerOperation, double WaitNsPerOperation);
