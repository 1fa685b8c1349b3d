namespace MountSim.Calibration.Tracing;

/// <summary>How a waiter wants a lock.</summary>
public enum ContentionMode
{
    /// <summary>A reader-writer lock, to read.</summary>
    Read,

    /// <summary>A reader-writer lock to write, or a lock that knows one mode only.</summary>
    Write,
}
