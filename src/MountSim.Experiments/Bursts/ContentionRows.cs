using MountSim.Calibration.Tracing;
using MountSim.Model.Kernels;

namespace MountSim.Experiments.Bursts;

/// <summary>What the kernel's contention events showed, as rows of the locks contract: means over bursts. What they do not show is not a number.</summary>
public static class ContentionRows
{
    private const double NsPerMs = 1e6;
    private const double NsPerUs = 1e3;

    /// <summary>A row a lock and mode, the longest sum of waits first; locks of the kernel model by their symbol there.</summary>
    public static IReadOnlyList<LockSummary> Of(string scenario, IReadOnlyList<ContentionResult> results, KernelModel kernel)
    {
        if (results.Count == 0) return [];
        var symbols = kernel.Locks.ToDictionary(one => one.Id, one => one.Symbol, StringComparer.Ordinal);
        return
        [
            .. results.SelectMany(result => result.Locks)
                .GroupBy(one => (Lock: symbols.GetValueOrDefault(one.Lock, one.Lock), one.Mode))
                .Select(group => Row(scenario, group.Key.Lock, group.Key.Mode, [.. group], results.Count))
                .OrderByDescending(row => row.TracedWaitMs),
        ];
    }

    private static LockSummary Row(string scenario, string name, ContentionMode mode, IReadOnlyList<ContendedLock> parts, int results)
    {
        var (contended, wait) = (parts.Sum(part => (double)part.Contended), parts.Sum(part => part.WaitTotalNs));
        return new LockSummary
        {
            Scenario = scenario,
            Lock = name,
            Mode = mode == ContentionMode.Read ? "read" : "write",
            Acquisitions = double.NaN,
            Contended = contended / results,
            WaitTotalMs = wait / NsPerMs / results,
            WaitMeanUs = wait / NsPerUs / contended,
            WaitP99Us = parts.Max(part => part.WaitP99Ns) / NsPerUs,
            HoldTotalMs = double.NaN,
            HoldMeanUs = double.NaN,
            Utilization = double.NaN,
            Retries = double.NaN,
            TransfersSameL3 = double.NaN,
            TransfersSameSocket = double.NaN,
            TransfersCrossSocket = double.NaN,
            TracedContended = contended / results,
            TracedWaitMs = wait / NsPerMs / results,
        };
    }
}
