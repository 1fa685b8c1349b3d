namespace MountSim.Engine;

/// <summary>An entry of the pending-event set: two machine words, as it is moved often.</summary>
public readonly record struct PendingEvent
{
    private readonly ulong _whose;

    /// <summary>An event of a process.</summary>
    /// <param name="time">When, in picoseconds.</param>
    /// <param name="process">Which process, by its index.</param>
    /// <param name="generation">The process's generation when it was scheduled; an entry of an older generation was cancelled.</param>
    public PendingEvent(long time, int process, uint generation)
    {
        Time = time;
        _whose = ((ulong)process << 32) | generation;
    }

    /// <summary>When, in picoseconds.</summary>
    public long Time { get; init; }

    /// <summary>Which process, by its index.</summary>
    public int Process => (int)(_whose >> 32);

    /// <summary>The process's generation when it was scheduled.</summary>
    public uint Generation => (uint)_whose;
}
