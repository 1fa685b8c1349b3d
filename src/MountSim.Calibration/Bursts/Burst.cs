using System.Text.Json;
using MountSim.Calibration.ContainerRuntimes;
using MountSim.Calibration.Guarding;
using MountSim.Calibration.Hosts;
using MountSim.Calibration.Tracing;
using MountSim.Calibration.Worker;
using MountSim.Model.Simulation;

namespace MountSim.Calibration.Bursts;

/// <summary>
/// Does for real, through system calls, what a scenario's containers do when they start: on this host's kernel, in a child process with mount namespaces of its
/// own. No container runtime is needed, but one can be told to start them; nothing is left when it ends, however it ends.
/// </summary>
public static class Burst
{
    private const double NsPerMs = 1e6;

    /// <summary>Does a burst.</summary>
    /// <param name="options">Which.</param>
    /// <param name="tracer">Records who waits for which lock during the burst, and nothing before or after; may be null.</param>
    /// <param name="cancellation">Ends it; nothing is left.</param>
    /// <exception cref="CalibrationException">The host cannot do it, or has no room for it; nothing was made.</exception>
    public static async Task<BurstResult> RunAsync(BurstOptions options, ContentionTracer? tracer = null, CancellationToken cancellation = default)
    {
        Check(options);
        var plan = new ContainerPlan(options.Scenario);
        var folder = TemporaryFolder.Of(options.TemporaryFolder);
        Leftovers.Sweep(folder);
        var directory = WorkDirectory.Make(folder);
        try
        {
            var order = Order(options, plan, directory.Path);
            // Real runtimes' programs end with the measuring process: whoever removes the directory when we are killed must wait for that.
            using var own = order.Bundle is not null && tracer?.Guard is null ? Guard.Start(folder) : null;
            var (report, contention) = await Run(order, tracer, own ?? tracer?.Guard, cancellation).ConfigureAwait(false);
            return Result(options, report, contention);
        }
        finally
        {
            directory.Remove();
        }
    }

    /// <summary>Refuses what this host cannot do or has no room for; makes nothing.</summary>
    /// <exception cref="CalibrationException">It cannot be done; the message says why and what is allowed.</exception>
    public static void Check(BurstOptions options)
    {
        if (!OperatingSystem.IsLinux())
            throw new CalibrationException("a burst makes Linux mounts: run it on a Linux host");
        if (!Capability.Mounts.IsHeld)
            throw new CalibrationException(Capability.Mounts.Missing("a burst mounts as container runtimes do"));
        var plan = new ContainerPlan(options.Scenario);
        var order = Order(options, plan, "");
        if (order.Bundle is null)
            CallCompiler.Compile(order);
        var problems = BurstLimits.Problems(options, plan, order.Steps).ToList();
        if (problems.Count > 0)
            throw new CalibrationException("the burst does not fit this host: " + string.Join("; ", problems));
    }

    private static async Task<(BurstReport Report, ContentionResult? Contention)> Run(BurstOrder order, ContentionTracer? tracer, Guard? guard, CancellationToken cancellation)
    {
        using var process = WorkerProcess.Start(Privileges.Root, order.ParentNamespace, [BurstWorker.Verb], alone: order.Bundle is not null);
        guard?.Mind(process.Id);
        process.Tell(JsonSerializer.Serialize(order, WorkerJson.Default.BurstOrder));
        var line = await process.ReadLineAsync(cancellation).ConfigureAwait(false);
        ContentionResult? contention = null;
        if (line == BurstWorker.Ready)
        {
            tracer?.Start();
            try
            {
                process.Tell("go");
                line = await process.ReadLineAsync(cancellation).ConfigureAwait(false);
            }
            finally
            {
                contention = tracer?.Stop();
            }
        }

        var report = JsonSerializer.Deserialize(line, WorkerJson.Default.BurstReport)!;
        return report.Failure is { } failure ? throw new CalibrationException(failure) : (report, contention);
    }

    private static BurstOrder Order(BurstOptions options, ContainerPlan plan, string directory)
    {
        var workload = options.Scenario.Workload;
        return new BurstOrder
        {
            Directory = directory,
            Parent = options.Runtime is null ? Environment.ProcessId : 0,
            ParentNamespace = MountNamespace.Own(),
            Bundle = options.Runtime is { } runtime ? BundleOrder.Of(runtime, options.Scenario.Runtime, plan.Values, workload.Volumes) : null,
            Steps = BurstStep.Of(plan, workload.PathComponents),
            NamespaceBeforeStart = plan.NamespaceBeforeStart,
            Containers = workload.Containers,
            Concurrency = workload.MostInFlight,
            HostMounts = options.HostMounts ?? 0,
            OtherNamespaces = workload.OtherNamespaces,
            SystemdScansPerSecond = workload.SystemdScansPerSecond,
            SystemdParseMicroseconds = workload.SystemdParseMicroseconds,
            Agents = workload.Agents,
            AgentReadsPerSecond = workload.AgentReadsPerSecond,
            AgentParseMicroseconds = workload.AgentParseMicroseconds,
            WalksPerCpuMs = workload.WalksPerCpuMs,
            PathComponents = workload.PathComponents,
            Seconds = options.TimeLimit.TotalSeconds,
            Seed = options.Seed,
        };
    }

    private static BurstResult Result(BurstOptions options, BurstReport report, ContentionResult? contention)
    {
        var available = report.MakespanNs / NsPerMs * options.Room.Cpus;
        return new BurstResult
        {
            StartMs = [.. report.LatencyNs.Select(latency => latency / NsPerMs).Order()],
            MakespanMs = report.MakespanNs / NsPerMs,
            KernelCpuMs = report.KernelNs / NsPerMs,
            UserCpuMs = report.UserNs / NsPerMs,
            Interference = Math.Min(1, report.OthersMs / available),
            Stolen = Math.Min(1, report.StolenMs / available),
            HostMountsBefore = report.HostMountsBefore,
            HostMountsAfter = report.HostMountsAfter,
            ContainerMounts = report.ContainerMounts < 0 ? null : report.ContainerMounts,
            Operations = report.Operations,
            Contention = contention,
        };
    }
}
