namespace MountSim.Model.Traces;

/// <summary>What happens at a moment of an operation.</summary>
internal enum LockMomentKind
{
    /// <summary>A lock is taken and held until its release.</summary>
    Take,

    /// <summary>A lock is released.</summary>
    Release,

    /// <summary>A lock is taken whose release cannot be seen, or a grace period is waited for.</summary>
    Touch,
}
