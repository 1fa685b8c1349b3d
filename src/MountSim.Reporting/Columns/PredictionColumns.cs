using MountSim.Experiments;

namespace MountSim.Reporting.Columns;

/// <summary>One row a scenario: the contract of <c>--format csv</c>. Add columns at the end only.</summary>
public static class PredictionColumns
{
    /// <summary>The columns.</summary>
    public static ColumnList<PredictionSummary> All { get; } = new ColumnList<PredictionSummary>()
        .Text("scenario", row => row.Scenario)
        .Text("machine", row => row.Machine)
        .Whole("sockets", row => row.Sockets)
        .Whole("cores", row => row.Cores)
        .Whole("smt", row => row.Smt)
        .Text("kernel", row => row.Kernel)
        .Text("runtime", row => row.Runtime)
        .Whole("containers", row => row.Containers)
        .Whole("concurrency", row => row.Concurrency)
        .Whole("layers", row => row.Layers)
        .Whole("volumes", row => row.Volumes)
        .Whole("host_mounts", row => row.HostMounts)
        .Text("profile", row => row.Profile)
        .Whole("replications", row => row.Replications)
        .Whole("seed", row => row.Seed)
        .Real("start_p50", "ms", row => row.StartP50Ms)
        .Real("start_p95", "ms", row => row.StartP95Ms)
        .Real("start_p99", "ms", row => row.StartP99Ms)
        .Real("start_max", "ms", row => row.StartMaxMs)
        .Real("start_p99_ci_low", "ms", row => row.StartP99CiLowMs)
        .Real("start_p99_ci_high", "ms", row => row.StartP99CiHighMs)
        .Real("makespan", "ms", row => row.MakespanMs)
        .Real("makespan_ci_low", "ms", row => row.MakespanCiLowMs)
        .Real("makespan_ci_high", "ms", row => row.MakespanCiHighMs)
        .Real("containers_per_s", row => row.ContainersPerS)
        .Real("sys_cpu", "ms", row => row.SysCpuMs)
        .Real("spin_cpu", "ms", row => row.SpinCpuMs)
        .Text("bottleneck", row => row.Bottleneck)
        .Share("bottleneck_utilization", row => row.BottleneckUtilization)
        .Real("bottleneck_wait", "ms", row => row.BottleneckWaitMs)
        .Whole("mount_operations", row => row.MountOperations);
}
