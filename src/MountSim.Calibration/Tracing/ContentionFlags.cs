namespace MountSim.Calibration.Tracing;

/// <summary>The flags of <c>contention_begin</c> (include/trace/events/lock.h, LCB_F_*), and a mark of our own.</summary>
[Flags]
internal enum ContentionFlags
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>The waiter spins.</summary>
    Spin = 1,

    /// <summary>It wants to read.</summary>
    Read = 2,

    /// <summary>It wants to write.</summary>
    Write = 4,

    /// <summary>A real-time mutex.</summary>
    RealTime = 8,

    /// <summary>A per-CPU rwsem.</summary>
    PerCpu = 16,

    /// <summary>A mutex.</summary>
    Mutex = 32,

    /// <summary>Ours: the event is the end of a wait.</summary>
    End = 1 << 30,
}
