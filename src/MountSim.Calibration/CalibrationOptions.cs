using MountSim.Calibration.Profiles;

namespace MountSim.Calibration;

/// <summary>How a host is calibrated.</summary>
public sealed record CalibrationOptions
{
    /// <summary>The profile's name; null: machine family, guest or host, kernel version.</summary>
    public string? Name { get; init; }

    /// <summary>Half width of the 95 % interval of every mean, relative to it, at which measuring stops.</summary>
    public double TargetRelativeError { get; init; } = 0.01;

    /// <summary>Rounds at least: 1 or more.</summary>
    public int MinRounds { get; init; } = 20;

    /// <summary>Rounds at most.</summary>
    public int MaxRounds { get; init; } = 400;

    /// <summary>The longest time to measure, when the error stays above its target. Start and end take a few seconds more.</summary>
    public TimeSpan TimeLimit { get; init; } = TimeSpan.FromSeconds(47);

    /// <summary>How deep to look into the kernel; null: as deep as the host allows.</summary>
    public ProbeLevel? Probe { get; init; }

    /// <summary>Seed of the order of the blocks and of the bootstrap.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>Mounts added to the host's own table, one table size each, ascending.</summary>
    public IReadOnlyList<int> ExtraMounts { get; init; } = [0, 80, 280];

    /// <summary>Also measure contention curves and, where kprobes are refused, estimate holds from them.</summary>
    public bool Curves { get; init; } = true;

    /// <summary>Kernel model (name or path) whose instruction counts the times are divided by; null: the nearest to the running kernel.</summary>
    public string? KernelModel { get; init; }

    /// <summary>The folder for the working directory; null: the temporary folder.</summary>
    public string? TemporaryFolder { get; init; }

    /// <summary>A calibration of about two seconds, for tests and a first look: wide intervals.</summary>
    public static CalibrationOptions Short { get; } = new() { MinRounds = 3, MaxRounds = 3, TimeLimit = TimeSpan.FromSeconds(10) };
}
