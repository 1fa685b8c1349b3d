namespace MountSim.Calibration.Holds;

/// <summary>The call of a lock function, as a kprobe on its entry saw it.</summary>
/// <param name="Time">Nanoseconds of the monotonic clock.</param>
/// <param name="Lock">The lock's address.</param>
/// <param name="Function">The function.</param>
internal readonly record struct LockCall(double Time, ulong Lock, LockFunction Function);
