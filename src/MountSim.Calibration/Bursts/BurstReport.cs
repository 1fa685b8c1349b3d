using System.Globalization;

namespace MountSim.Calibration.Bursts;

/// <summary>What the measuring process tells: how a burst went, or why it did not.</summary>
internal sealed record BurstReport
{
    /// <summary>Why it failed; null when it did not.</summary>
    public string? Failure { get; init; }

    /// <summary>From its issue to its being started, each container, ns.</summary>
    public long[] LatencyNs { get; init; } = [];

    /// <summary>User code of all starts, ns.</summary>
    public long UserNs { get; init; }

    /// <summary>Kernel code of all starts, ns.</summary>
    public long KernelNs { get; init; }

    /// <summary>From the first issue to the last container started, or deleted where a runtime starts them, ns.</summary>
    public long MakespanNs { get; init; }

    /// <summary>CPU time of the machine's other processes during the burst, ms.</summary>
    public double OthersMs { get; init; }

    /// <summary>CPU time that the hypervisor took during the burst, ms.</summary>
    public double StolenMs { get; init; }

    /// <summary>Mounts of the host's table before the burst.</summary>
    public int HostMountsBefore { get; init; }

    /// <summary>And after it.</summary>
    public int HostMountsAfter { get; init; }

    /// <summary>Mounts in the namespace of the last container; -1 where it has none of its own.</summary>
    public int ContainerMounts { get; init; }

    /// <summary>Wall time by operation.</summary>
    public IReadOnlyList<OperationTime> Operations { get; init; } = [];

    /// <summary>The burst was ended.</summary>
    internal static BurstReport TooLong(BurstOrder order) => new()
    {
        Failure = string.Create(CultureInfo.InvariantCulture, $"the burst was not over after {order.Seconds} s and was ended; allowed: fewer containers, or a longer --max-seconds"),
    };
}
