using System.Text.Json.Serialization;
using MountSim.Model.Costs;

namespace MountSim.Calibration.Profiles;

/// <summary>One measured cost. Nanoseconds, overheads taken off.</summary>
public sealed record MeasuredCost
{
    /// <summary>The cost's name: <c>mount.bind</c>.</summary>
    public required string Name { get; init; }

    /// <summary>What it was measured at: <c>mounts</c>, <c>layers</c>, <c>components</c>, <c>tree</c>, <c>busy_cpus</c>; null for none.</summary>
    public string? Parameter { get; init; }

    /// <summary>The parameter's value.</summary>
    public double Value { get; init; }

    /// <summary>Median, ns.</summary>
    public required double Median { get; init; }

    /// <summary>Lower end of the median's 95 % interval, ns.</summary>
    public required double Low { get; init; }

    /// <summary>Upper end of the median's 95 % interval, ns.</summary>
    public required double High { get; init; }

    /// <summary>Mean over the rounds of each round's median, ns, with its 95 % interval: what counts where the machine changes its speed. Null in older profiles.</summary>
    public Interval? Mean { get; init; }

    /// <summary>What the fits take: the mean, or in an older profile the median.</summary>
    [JsonIgnore]
    public Interval Expected => Mean ?? new Interval(Median, Low, High);

    /// <summary>5 % quantile, ns.</summary>
    public required double P5 { get; init; }

    /// <summary>95 % quantile, ns.</summary>
    public required double P95 { get; init; }

    /// <summary>Median absolute deviation from the median, ns.</summary>
    public required double Mad { get; init; }

    /// <summary>Largest sample, ns.</summary>
    public required double Max { get; init; }

    /// <summary>Samples that the figures above rest on, outliers included.</summary>
    public required int Samples { get; init; }

    /// <summary>Samples more than ten scaled MAD above the median: interrupts, stolen time. Counted, not dropped.</summary>
    public required int Outliers { get; init; }

    /// <summary>Cold samples at the blocks' beginnings, which were dropped.</summary>
    public required int WarmUp { get; init; }
}
