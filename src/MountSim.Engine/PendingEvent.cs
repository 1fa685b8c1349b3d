namespace MountSim.Engine;

/// <summary>An entry of the pending-event set.</summary>
/// <param name="Time">When, in picoseconds.</param>
/// <param name="Process">Which process, by its index.</param>
/// <param name="Generation">The process's generation when it was scheduled; an entry of an older generation was cancelled.</param>
public readonly record struct PendingEvent(long Time, int Process, uint Generation);
