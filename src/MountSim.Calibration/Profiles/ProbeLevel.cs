namespace MountSim.Calibration.Profiles;

/// <summary>How deep a calibration looks into the kernel; each level does what those before it do.</summary>
public enum ProbeLevel
{
    /// <summary>Times of system calls only. Holds of locks are estimated from how throughput saturates.</summary>
    Timing,

    /// <summary>Also the kernel's own events of contention: which locks are waited for, and how long.</summary>
    Tracepoint,

    /// <summary>Also kprobes on the lock functions: how long each lock is held.</summary>
    Kprobe,
}
