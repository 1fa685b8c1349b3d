namespace MountSim.Calibration.Tracing;

/// <summary>What a <see cref="ContentionTracer"/> records.</summary>
public sealed record ContentionOptions
{
    /// <summary>
    /// Only waits of this process, its threads and all their descendants from now on; otherwise of every task of the machine. The tracer
    /// follows forks, at a small price for each context switch.
    /// </summary>
    public bool OwnProcessesOnly { get; init; } = true;

    /// <summary>Size of each CPU's buffer, kilobytes. It is read ten times a second; what does not fit in between is lost and counted.</summary>
    public int KilobytesPerCpu { get; init; } = 4096;

    /// <summary>The temporary folder that a guard process watches; null: the system's.</summary>
    public string? TemporaryFolder { get; init; }
}
