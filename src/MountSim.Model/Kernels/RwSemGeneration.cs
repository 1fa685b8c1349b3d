namespace MountSim.Model.Kernels;

/// <summary>The three behaviours of rwsem in kernels 4.14 to 7.1 (kernel-locks reference, table 5.1).</summary>
public enum RwSemGeneration
{
    /// <summary>4.14 to 5.2, rwsem-xadd.c: no hand-off, no spinning on readers, the head's consecutive readers are woken.</summary>
    Xadd,

    /// <summary>5.3 to 5.10: hand-off after 4 ms, readers spin too, all queued readers are woken (256 at most).</summary>
    ReaderSpin,

    /// <summary>5.11 to 7.1: readers no longer spin but steal a lock that no writer owns.</summary>
    ReaderSteal,
}
