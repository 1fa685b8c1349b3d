using System.Globalization;
using MountSim.Model.Runtimes;
using MountSim.Model.Simulation;

namespace MountSim.Calibration.Bursts;

/// <summary>Refuses a burst that this host has no room for, before anything is made.</summary>
internal static class BurstLimits
{
    // struct mount with its per-CPU counters, names and a share of a superblock and its roots; generous.
    private const long BytesPerMount = 4096;
    private const long BytesPerContainer = 256 * 1024;
    private const long BytesPerThread = 512 * 1024;
    private const double ShareOfMemory = 0.5;
    // The burst's own threads: host, pollers, watch and the runtime's.
    private const int OtherThreads = 32;
    private const int OtherDescriptors = 200;
    // Of a real start: the threads and the memory of a runtime in Go and of the container's first process, as runc 1.1.5 has them, doubled.
    private const int ThreadsPerStart = 32;
    private const long BytesPerStart = 64 << 20;

    /// <summary>Every reason why it does not fit, with what is allowed.</summary>
    internal static IEnumerable<string> Problems(BurstOptions options, ContainerPlan plan, IReadOnlyList<BurstStep> steps)
    {
        var (room, workload) = (options.Room, options.Scenario.Workload);
        var inFlight = workload.MostInFlight;
        var runtime = options.Scenario.Runtime;
        var perContainer = RuntimeModel.Times(runtime.HostMountsLeft, plan.Values);
        var host = Math.Max(options.HostMounts ?? 0, room.Mounts) + ((long)perContainer * workload.Containers);
        if (host > room.MountsPerNamespace)
            yield return Text($"{workload.Containers} containers with {perContainer} mounts each on the host come to {host} mounts, and fs.mount-max is {room.MountsPerNamespace}; allowed: fewer containers, or a higher fs.mount-max");
        var made = steps.Count(step => step.Operation == "namespace.copy") + (plan.NamespaceBeforeStart ? 1 : 0);
        var namespaces = ((long)made * workload.Containers) + workload.OtherNamespaces;
        if (namespaces > room.MountNamespaces)
            yield return Text($"{namespaces} mount namespaces, and user.max_mnt_namespaces is {room.MountNamespaces}; allowed: fewer containers");
        var threads = options.Runtime is null ? inFlight : inFlight * ThreadsPerStart;
        if (threads + workload.Agents + OtherThreads > room.Threads)
            yield return Text($"{inFlight} starts in flight are {threads} threads, and {room.Threads} may be made (kernel.threads-max, pids.max); allowed: a lower --concurrency");
        if (namespaces + OtherDescriptors > room.Descriptors)
            yield return Text($"{namespaces} mount namespaces are held open, and a process may have {room.Descriptors} descriptors (ulimit -Hn); allowed: fewer containers");
        var own = RuntimeModel.Times(runtime.ContainerMountsLeft, plan.Values);
        var mounts = (host * (1 + workload.OtherNamespaces + inFlight)) + ((long)own * workload.Containers);
        var bytes = (mounts * BytesPerMount) + (workload.Containers * BytesPerContainer) + (inFlight * (options.Runtime is null ? BytesPerThread : BytesPerStart));
        if (bytes > room.Memory * ShareOfMemory)
            yield return Text($"the burst may take {bytes >> 20} MiB, and half of the {room.Memory >> 20} MiB that can be had is the most it takes; allowed: fewer containers, or a lower --concurrency");
        var seconds = steps.Sum(step => (double)step.UserNs) * workload.Containers / 1e9 / room.Cpus;
        if (seconds > options.TimeLimit.TotalSeconds)
            yield return Text($"the runtime's own code alone takes {seconds:F1} s on {room.Cpus} CPUs, longer than the {options.TimeLimit.TotalSeconds} s a burst may take; allowed: fewer containers, or a longer --max-seconds");
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
