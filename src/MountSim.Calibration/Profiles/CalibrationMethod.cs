namespace MountSim.Calibration.Profiles;

/// <summary>How a profile's numbers were obtained.</summary>
public sealed record CalibrationMethod
{
    /// <summary>What was allowed: <c>root</c>, <c>user_namespace</c> or <c>none</c>.</summary>
    public required string Privilege { get; init; }

    /// <summary>The depth reached: chosen by what the host allowed, or asked for.</summary>
    public ProbeLevel Probe { get; init; }

    /// <summary>What looking on cost; null in profiles taken before there were probes.</summary>
    public ObserverCost? Observer { get; init; }

    /// <summary>The CPU that the measuring threads were pinned to.</summary>
    public required int Cpu { get; init; }

    /// <summary>Seed of the order of the blocks and of the bootstrap.</summary>
    public required long Seed { get; init; }

    /// <summary>Rounds made; in each round every probe had one block, in a random order.</summary>
    public required int Rounds { get; init; }

    /// <summary>Half width of the means' 95 % interval asked for, relative to the mean.</summary>
    public required double TargetRelativeError { get; init; }

    /// <summary>The widest one obtained.</summary>
    public required double WorstRelativeError { get; init; }

    /// <summary>Wall time of the measurement, seconds.</summary>
    public required double Seconds { get; init; }

    /// <summary>Median of two clock readings in a row, nanoseconds; taken off every sample.</summary>
    public required double TimerNs { get; init; }

    /// <summary>Median of an empty system call (getppid), nanoseconds; taken off every operation that is a system call.</summary>
    public required double SyscallNs { get; init; }

    /// <summary>The kernel model whose instruction counts the nanoseconds an instruction are relative to; null when none was given.</summary>
    public required string? KernelModel { get; init; }
}
