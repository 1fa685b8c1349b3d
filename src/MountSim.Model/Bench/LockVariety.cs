namespace MountSim.Model.Bench;

/// <summary>Every lock of the model, each generation of rwsem on its own.</summary>
public enum LockVariety
{
    /// <summary>Queued spinlock.</summary>
    QSpinLock,
    /// <summary>Ticket lock.</summary>
    TicketLock,
    /// <summary>Mutex.</summary>
    Mutex,
    /// <summary>Seqlock, taken as a writer.</summary>
    SeqLock,
    /// <summary>rwsem up to 5.2.</summary>
    RwSemXadd,
    /// <summary>rwsem of 5.3 to 5.10.</summary>
    RwSemReaderSpin,
    /// <summary>rwsem since 5.11.</summary>
    RwSemReaderSteal,
}
