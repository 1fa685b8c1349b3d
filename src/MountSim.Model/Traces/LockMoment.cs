using MountSim.Model.Kernels;

namespace MountSim.Model.Traces;

/// <summary>A lock taken or released, or a grace period, before it is decided which locks count.</summary>
/// <param name="Kind">What happens.</param>
/// <param name="Hold">The number of the hold that begins or ends; each has its own.</param>
/// <param name="Role">The lock's role.</param>
/// <param name="Mode">How, where known.</param>
/// <param name="IsObject">True for an object's lock, which counts only where something inside keeps it.</param>
/// <param name="Place">file:line.</param>
internal sealed record LockMoment(LockMomentKind Kind, int Hold, string Role, LockMode? Mode, bool IsObject, string Place);
