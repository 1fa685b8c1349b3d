namespace MountSim.Model.Tests.Locks;

/// <summary>Every lock of the model, each generation of rwsem on its own.</summary>
public enum LockVariety
{
    QSpinLock,
    TicketLock,
    Mutex,
    SeqLock,
    RwSemXadd,
    RwSemReaderSpin,
    RwSemReaderSteal,
}
