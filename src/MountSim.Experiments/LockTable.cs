using MountSim.Engine;
using MountSim.Model.Kernels;
using MountSim.Model.Locks;
using MountSim.Model.Machines;
using MountSim.Model.Simulation;

namespace MountSim.Experiments;

/// <summary>The locks' rows: means over replications, the largest total wait first.</summary>
internal static class LockTable
{
    private const double PsPerMs = 1e9;
    private const double PsPerUs = 1e6;

    public static IReadOnlyList<LockSummary> Of(string scenario, IReadOnlyList<StormResult> results)
    {
        var rows = new List<LockSummary>();
        for (var i = 0; i < results[0].Locks.Count; i++)
        {
            var symbol = results[0].Definitions[i].Symbol;
            var locks = results.Select(result => result.Locks[i]).ToList();
            foreach (var mode in Enum.GetValues<LockMode>())
                Add(rows, scenario, symbol, NameOf(mode), [.. locks.Select(one => one.Statistics(mode))], results);
            if (locks[0] is SeqLock)
                Add(rows, scenario, symbol, "walk", [.. locks.Select(one => ((SeqLock)one).Walks)], results);
        }

        Add(rows, scenario, "RCU grace period", "write", [.. results.Select(result => result.GracePeriods.Statistics)], results);
        return [.. rows.OrderByDescending(row => row.WaitTotalMs).ThenBy(row => row.Lock, StringComparer.Ordinal).ThenBy(row => row.Mode, StringComparer.Ordinal)];
    }

    private static void Add(
        List<LockSummary> rows, string scenario, string symbol, string mode, LockStatistics[] statistics, IReadOnlyList<StormResult> results)
    {
        if (statistics.All(one => one.Acquisitions == 0)) return;
        var waits = new SampleStatistics();
        foreach (var one in statistics) waits.Merge(one.Waits);
        var count = (double)statistics.Length;
        var acquisitions = statistics.Sum(one => (double)one.Acquisitions);
        var hold = statistics.Sum(one => (double)one.HoldTotal);
        double Transfers(params Distance[] distances) => statistics.Sum(one => distances.Sum(distance => one.Transfers[(int)distance])) / count;
        rows.Add(new LockSummary
        {
            Scenario = scenario,
            Lock = symbol,
            Mode = mode,
            Acquisitions = acquisitions / count,
            Contended = statistics.Sum(one => (double)one.Contended) / count,
            WaitTotalMs = waits.Sum / PsPerMs / count,
            WaitMeanUs = waits.Mean / PsPerUs,
            WaitHistogram = Histogram(waits),
            WaitP99Us = waits.Quantile(0.99) / PsPerUs,
            HoldTotalMs = hold / PsPerMs / count,
            HoldMeanUs = hold / PsPerUs / acquisitions,
            Utilization = results.Select((result, i) => statistics[i].HoldTotal / (double)result.MakespanPs).Average(),
            Retries = statistics.Sum(one => (double)one.Retries) / count,
            TransfersSameL3 = Transfers(Distance.SameCore, Distance.SameL3),
            TransfersSameSocket = Transfers(Distance.SameSocket),
            TransfersCrossSocket = Transfers(Distance.CrossSocket),
            TracedContended = statistics.Sum(one => (double)one.TracedContended) / count,
            TracedWaitMs = statistics.Sum(one => (double)one.TracedWait) / PsPerMs / count,
        });
    }

    private static IReadOnlyList<double> Histogram(SampleStatistics waits)
    {
        const long Waited = 1; // ps: whoever found the lock free waited 0
        var below = LockSummary.WaitStepsUs.Select(step => waits.CountBelow((long)(step * PsPerUs))).Prepend(waits.CountBelow(Waited)).Append(waits.Count).ToList();
        var waited = (double)(waits.Count - below[0]);
        return waited == 0 ? [] : [.. below.Zip(below.Skip(1)).Select(pair => (pair.Second - pair.First) / waited)];
    }

    private static string NameOf(LockMode mode) => mode switch
    {
        LockMode.Write => "write",
        LockMode.Read => "read",
        _ => "exclusive",
    };
}
