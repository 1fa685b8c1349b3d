namespace MountSim.Calibration.Profiles;

/// <summary>What disturbed the measurement.</summary>
public sealed record Interference
{
    /// <summary>Share of the time that the hypervisor took from the measuring CPU (steal in /proc/stat).</summary>
    public required double StealShare { get; init; }

    /// <summary>Share of the time that other tasks and interrupts had the measuring CPU.</summary>
    public required double OthersShare { get; init; }

    /// <summary>Involuntary context switches of the measuring process, a second.</summary>
    public required double SwitchesPerSecond { get; init; }

    /// <summary>Lowest over highest frequency of the measuring CPU that was seen; null where /sys shows none, as in most guests.</summary>
    public double? FrequencyRatio { get; init; }

    /// <summary>
    /// The largest drift of a cost: the median of the second half of its rounds over the first's, less 1, and only what exceeds its own noise.
    /// </summary>
    public required double Drift { get; init; }

    /// <summary>The cost that drifted most; null when none did.</summary>
    public string? DriftOf { get; init; }

    /// <summary>Warnings in words, for a reader; empty on a quiet host.</summary>
    public required IReadOnlyList<string> Warnings { get; init; }
}
