using MountSim.Calibration.Curves;
using MountSim.Calibration.Estimators;
using MountSim.Calibration.Profiles;
using MountSim.Model.Costs;

namespace MountSim.Calibration.Fitting;

/// <summary>Contention curves from their rounds.</summary>
internal static class CurveFit
{
    internal static IReadOnlyList<ContentionCurve> Curves(IReadOnlyList<CurveRound> rounds, Random random) =>
    [
        .. rounds.GroupBy(r => r.Operation).Select(operation => new ContentionCurve(
            operation.Key, [.. operation.GroupBy(r => r.Workers).OrderBy(g => g.Key).Select(g => Point(g.Key, [.. g], random))])),
    ];

    /// <summary>Throughput with the contention events on over that with them off; null without traced rounds.</summary>
    internal static Interval? TracedThroughput(IReadOnlyList<CurveRound> rounds, Random random)
    {
        List<double[]> ratios =
        [
            .. rounds.GroupBy(r => (r.Operation, r.Workers)).Select(g =>
                g.Where(r => r.Traced).Zip(g.Where(r => !r.Traced), (on, off) => on.PerSecond / off.PerSecond).ToArray()).Where(r => r.Length > 0),
        ];
        return ratios.Count == 0 ? null : Rounded(BlockBootstrap.Median(ratios, random));
    }

    private static CurvePoint Point(int workers, IReadOnlyList<CurveRound> rounds, Random random)
    {
        var quiet = rounds.Where(r => !r.Traced).ToList();
        var rate = BlockBootstrap.Median([.. quiet.Select(r => new[] { r.PerSecond })], random);
        return new CurvePoint
        {
            Workers = workers,
            PerSecond = new Interval(Math.Round(rate.Value, 1), Math.Round(rate.Low, 1), Math.Round(rate.High, 1)),
            LatencyP50Ns = Math.Round(Quantiles.Median([.. quiet.Select(r => r.P50Ns)])),
            LatencyP95Ns = Math.Round(Quantiles.Median([.. quiet.Select(r => r.P95Ns)])),
            Waits = Waits([.. rounds.Where(r => r.Traced)]),
        };
    }

    // Means over rounds: a wait that comes once in ten rounds is part of the load.
    private static IReadOnlyList<LockWait> Waits(IReadOnlyList<CurveRound> traced) =>
    [
        .. traced.SelectMany(r => r.Waits).GroupBy(w => w.Lock)
            .Select(g => new LockWait(
                g.Key, Math.Round(g.Sum(w => w.ContendedPerOperation) / traced.Count, 4), Math.Round(g.Sum(w => w.WaitNsPerOperation) / traced.Count, 1)))
            .OrderByDescending(w => w.WaitNsPerOperation).ThenBy(w => w.Lock, StringComparer.Ordinal),
    ];

    private static Interval Rounded(Interval i) => new(Math.Round(i.Value, 4), Math.Round(i.Low, 4), Math.Round(i.High, 4));
}
