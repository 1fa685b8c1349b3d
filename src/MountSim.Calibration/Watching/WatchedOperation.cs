namespace MountSim.Calibration.Watching;

/// <summary>How long an operation kept another thread from taking <c>namespace_sem</c>.</summary>
/// <param name="Name">The operation.</param>
/// <param name="OtherNamespace">The other thread was in a mount namespace of its own, rather than in the operation's.</param>
/// <param name="Blocks">Samples in blocks; those of a block share the machine's state of that moment.</param>
public sealed record WatchedOperation(string Name, bool OtherNamespace, IReadOnlyList<WatchedBlock> Blocks);
