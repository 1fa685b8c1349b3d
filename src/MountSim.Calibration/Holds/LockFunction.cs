namespace MountSim.Calibration.Holds;

/// <summary>A kernel function that takes or releases a lock.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Takes">True when it takes one.</param>
/// <param name="Reads">True for a reader's.</param>
internal sealed record LockFunction(string Name, bool Takes, bool Reads)
{
    /// <summary>
    /// All that mount operations call (kernel/locking/rwsem.c, mutex.c, spinlock.c v6.12; those that a kernel inlines are not there to probe, such
    /// as 5.10's _raw_spin_unlock). Trylocks and read-write spinlocks are left out: no lock that the models know is taken by one.
    /// </summary>
    internal static IReadOnlyList<LockFunction> All { get; } =
    [
        new("down_write", true, false), new("down_write_killable", true, false), new("up_write", false, false),
        new("down_read", true, true), new("down_read_killable", true, true), new("up_read", false, true),
        new("mutex_lock", true, false), new("mutex_lock_killable", true, false), new("mutex_lock_interruptible", true, false),
        new("mutex_unlock", false, false),
        new("_raw_spin_lock", true, false), new("_raw_spin_lock_irq", true, false), new("_raw_spin_lock_irqsave", true, false),
        new("_raw_spin_unlock", false, false), new("_raw_spin_unlock_irq", false, false), new("_raw_spin_unlock_irqrestore", false, false),
    ];
}
