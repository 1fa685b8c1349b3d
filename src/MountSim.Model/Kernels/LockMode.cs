namespace MountSim.Model.Kernels;

/// <summary>How a lock is taken.</summary>
public enum LockMode
{
    /// <summary>Exclusive: a mutex, a spinlock, an rwsem for write, a seqlock with its sequence odd (write_seqlock).</summary>
    Write,

    /// <summary>Shared: an rwsem for read.</summary>
    Read,

    /// <summary>A seqlock's spinlock without touching the sequence (read_seqlock_excl): path walks are not disturbed.</summary>
    Exclusive,
}
