namespace MountSim.Model.Kernels;

/// <summary>The algorithm of a lock; each has one file in Locks/.</summary>
public enum LockKind
{
    /// <summary>Pending bit, then MCS queue; kernel/locking/qspinlock.c.</summary>
    QSpinLock,

    /// <summary>FIFO by ticket, every waiter polls one line; kernels before 4.2 and the literature.</summary>
    TicketLock,

    /// <summary>Sleeping lock with optimistic spinning; kernel/locking/mutex.c.</summary>
    Mutex,

    /// <summary>Reader-writer semaphore; kernel/locking/rwsem.c, three generations.</summary>
    RwSem,

    /// <summary>Spinlock and sequence in one cache line; include/linux/seqlock.h.</summary>
    SeqLock,

    /// <summary>One atomic read-modify-write, no holder.</summary>
    AtomicCounter,
}
