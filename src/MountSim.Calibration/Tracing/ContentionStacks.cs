namespace MountSim.Calibration.Tracing;

/// <summary>
/// Which waiters' stacks are recorded. A stack costs the waiter 15 to 25 us on a small guest, which is more than many a wait: learn the locks
/// first, then measure without.
/// </summary>
public enum ContentionStacks
{
    /// <summary>None: locks are known by what earlier recordings learned.</summary>
    None,

    /// <summary>Those of sleeping waiters for a lock that has no name yet.</summary>
    UnknownSleepers,

    /// <summary>All, spinning waiters too: for a first recording that learns names, not for one that measures.</summary>
    All,
}
