using MountSim.Experiments;

namespace MountSim.Reporting.Csv;

/// <summary>One row a scenario: the contract of <c>--format csv</c>. Add columns at the end only.</summary>
public static class PredictionCsv
{
    /// <summary>The columns.</summary>
    public static CsvTable<PredictionSummary> Table { get; } = new(
    [
        ("scenario", row => row.Scenario),
        ("machine", row => row.Machine),
        ("sockets", row => row.Sockets),
        ("cores", row => row.Cores),
        ("smt", row => row.Smt),
        ("kernel", row => row.Kernel),
        ("runtime", row => row.Runtime),
        ("containers", row => row.Containers),
        ("concurrency", row => row.Concurrency),
        ("layers", row => row.Layers),
        ("volumes", row => row.Volumes),
        ("host_mounts", row => row.HostMounts),
        ("profile", row => row.Profile),
        ("replications", row => row.Replications),
        ("seed", row => row.Seed),
        ("start_p50_ms", row => row.StartP50Ms),
        ("start_p95_ms", row => row.StartP95Ms),
        ("start_p99_ms", row => row.StartP99Ms),
        ("start_max_ms", row => row.StartMaxMs),
        ("start_p99_ci_low_ms", row => row.StartP99CiLowMs),
        ("start_p99_ci_high_ms", row => row.StartP99CiHighMs),
        ("makespan_ms", row => row.MakespanMs),
        ("makespan_ci_low_ms", row => row.MakespanCiLowMs),
        ("makespan_ci_high_ms", row => row.MakespanCiHighMs),
        ("containers_per_s", row => row.ContainersPerS),
        ("sys_cpu_ms", row => row.SysCpuMs),
        ("spin_cpu_ms", row => row.SpinCpuMs),
        ("bottleneck", row => row.Bottleneck),
        ("bottleneck_utilization", row => row.BottleneckUtilization),
        ("bottleneck_wait_ms", row => row.BottleneckWaitMs),
        ("mount_operations", row => row.MountOperations),
    ]);
}
