using MountSim.Model.Costs;

namespace MountSim.Calibration.Profiles;

/// <summary>How long one execution of an operation holds a lock.</summary>
public sealed record MeasuredHold
{
    /// <summary>The operation: a cost's name and parameter.</summary>
    public required string Operation { get; init; }

    /// <summary>The lock, as kernel models name it; <c>any</c> where the measurement cannot tell locks apart.</summary>
    public required string Lock { get; init; }

    /// <summary><c>read</c>, <c>write</c> (exclusive locks too), or <c>any</c>.</summary>
    public required string Mode { get; init; }

    /// <summary>How often an execution takes it, the median; 0 where that is not known.</summary>
    public required double Acquisitions { get; init; }

    /// <summary>The sum of its holds in one execution, nanoseconds: median and 95 % interval.</summary>
    public required Interval HeldNs { get; init; }

    /// <summary>What the kernel model says, nanoseconds at the profile's costs; null where it has no such operation or lock.</summary>
    public double? ModelNs { get; init; }

    /// <summary>What it was measured by.</summary>
    public required ProbeLevel By { get; init; }
}
