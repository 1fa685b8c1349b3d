namespace MountSim.Experiments;

/// <summary>What a prediction says of one scenario: the row of the CSV contract, units in the names.</summary>
public sealed record PredictionSummary
{
    /// <summary>The scenario's name.</summary>
    public required string Scenario { get; init; }
    /// <summary>The machine file, or the family a machine was built from.</summary>
    public required string Machine { get; init; }
    /// <summary>Sockets.</summary>
    public required int Sockets { get; init; }
    /// <summary>Physical cores over all sockets.</summary>
    public required int Cores { get; init; }
    /// <summary>Hardware threads a core.</summary>
    public required int Smt { get; init; }
    /// <summary>Kernel model.</summary>
    public required string Kernel { get; init; }
    /// <summary>Runtime model.</summary>
    public required string Runtime { get; init; }
    /// <summary>Containers started.</summary>
    public required int Containers { get; init; }
    /// <summary>Starts in flight at most.</summary>
    public required int Concurrency { get; init; }
    /// <summary>Overlay layers.</summary>
    public required int Layers { get; init; }
    /// <summary>Volumes a container.</summary>
    public required int Volumes { get; init; }
    /// <summary>Mounts on the host before the first start.</summary>
    public required int HostMounts { get; init; }
    /// <summary>Profile used.</summary>
    public required string Profile { get; init; }
    /// <summary>Replications run.</summary>
    public required int Replications { get; init; }
    /// <summary>Seed of the first stream.</summary>
    public required long Seed { get; init; }
    /// <summary>Start latency quantiles over containers, mean over replications, ms.</summary>
    public required double StartP50Ms { get; init; }
    /// <summary>95th percentile, ms.</summary>
    public required double StartP95Ms { get; init; }
    /// <summary>99th percentile, ms.</summary>
    public required double StartP99Ms { get; init; }
    /// <summary>Largest, ms.</summary>
    public required double StartMaxMs { get; init; }
    /// <summary>95 % interval of the p99, lower, ms.</summary>
    public required double StartP99CiLowMs { get; init; }
    /// <summary>95 % interval of the p99, upper, ms.</summary>
    public required double StartP99CiHighMs { get; init; }
    /// <summary>Time from the first request to the last container running, ms.</summary>
    public required double MakespanMs { get; init; }
    /// <summary>95 % interval of the makespan, lower, ms.</summary>
    public required double MakespanCiLowMs { get; init; }
    /// <summary>95 % interval of the makespan, upper, ms.</summary>
    public required double MakespanCiHighMs { get; init; }
    /// <summary>Containers over makespan, 1/s.</summary>
    public required double ContainersPerS { get; init; }
    /// <summary>CPU time in the kernel over all CPUs, spinning included, ms.</summary>
    public required double SysCpuMs { get; init; }
    /// <summary>CPU time spent spinning on locks and lines, ms.</summary>
    public required double SpinCpuMs { get; init; }
    /// <summary>The lock that binds (its symbol), or <c>CPU</c>.</summary>
    public required string Bottleneck { get; init; }
    /// <summary>Share of the makespan in which it was held (busy, for the CPU), 0 to 1.</summary>
    public required double BottleneckUtilization { get; init; }
    /// <summary>Time all starts together waited for it, ms.</summary>
    public required double BottleneckWaitMs { get; init; }
    /// <summary>Mount operations (attach and detach system calls) of all starts.</summary>
    public required long MountOperations { get; init; }
}
