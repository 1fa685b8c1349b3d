namespace MountSim.Calibration.Tracing;

/// <summary>A rule that names a lock by the function that waits for it.</summary>
/// <param name="Lock">The lock's name, as kernel models have it.</param>
/// <param name="Kind"><c>rwsem</c>, <c>mutex</c>, <c>rwlock</c> or <c>spin</c>.</param>
/// <param name="Global">True when the rule is for a lock in the kernel's image, false for one within an object.</param>
/// <param name="Function">The function that calls the lock's own.</param>
/// <param name="Within">Functions one of which must be further out on the stack; empty for any.</param>
internal sealed record CallSite(string Lock, string Kind, bool Global, string Function, IReadOnlyList<string> Within);
