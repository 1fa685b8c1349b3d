namespace MountSim.Reporting.Timelines;

/// <summary>What a viewer shows as processes, in this order: groups of tracks. The number is the trace's process id.</summary>
internal enum TrackGroup
{
    /// <summary>From a container's issue to its being started.</summary>
    Starts = 1,

    /// <summary>A track a CPU.</summary>
    Cpus,

    /// <summary>A track a lock.</summary>
    Locks,

    /// <summary>Who waits, and for what.</summary>
    Waits,

    /// <summary>Grace periods of RCU.</summary>
    GracePeriods,
}
