using MountSim.Calibration.Estimators;

namespace MountSim.Calibration.Tracing;

/// <summary>Sums waits up by lock and mode.</summary>
internal static class ContentionSummary
{
    private const int MostWaiters = 5;

    /// <summary>One entry a lock, kind and mode, the longest sum of waits first.</summary>
    internal static IReadOnlyList<ContendedLock> Of(IEnumerable<ContentionWait> waits, ContentionNamer namer) =>
    [
        .. waits.GroupBy(w => (Name: namer.Name(w), w.Kind, w.Mode))
            .Select(group => Lock(group.Key.Name, group.Key.Kind, group.Key.Mode, [.. group], namer))
            .OrderByDescending(l => l.WaitTotalNs).ThenBy(l => l.Lock, StringComparer.Ordinal),
    ];

    private static ContendedLock Lock((string Name, bool Named) name, string kind, ContentionMode mode, IReadOnlyList<ContentionWait> waits, ContentionNamer namer)
    {
        double[] times = [.. waits.Select(w => w.Nanoseconds)];
        return new ContendedLock
        {
            Lock = name.Name,
            Named = name.Named,
            Kind = kind,
            Mode = mode,
            Instances = waits.Select(w => w.Lock).Distinct().Count(),
            Contended = times.Length,
            WaitTotalNs = times.Sum(),
            WaitP50Ns = Quantiles.Median(times),
            WaitP99Ns = Quantiles.At(times, 0.99),
            WaitMaxNs = times.Max(),
            Waiters = [.. waits.Select(namer.Waiter).OfType<string>().GroupBy(w => w).OrderByDescending(g => g.Count()).Take(MostWaiters).Select(g => g.Key)],
        };
    }
}
