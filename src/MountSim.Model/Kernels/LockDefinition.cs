namespace MountSim.Model.Kernels;

/// <summary>One lock of a kernel.</summary>
/// <param name="Id">The name scripts use: the lock's role, the same in every kernel (<c>mount_id</c>).</param>
/// <param name="Symbol">The kernel's own name for it (<c>mnt_id_ida.xa_lock</c>).</param>
/// <param name="Role">What it protects, in words for a reader.</param>
/// <param name="Kind">The algorithm.</param>
/// <param name="Scope">How many instances there are.</param>
/// <param name="Generation">The rwsem's behaviour; null for other kinds.</param>
/// <param name="Source">Where it was read: file:line and version.</param>
public sealed record LockDefinition(
    string Id, string Symbol, string Role, LockKind Kind, LockScope Scope, RwSemGeneration? Generation, string Source);
