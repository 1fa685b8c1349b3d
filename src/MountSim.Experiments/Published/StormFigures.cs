using MountSim.Model.Kernels;
using MountSim.Model.Locks;
using MountSim.Model.Simulation;

namespace MountSim.Experiments.Published;

/// <summary>What the published cases compare of one simulated storm, of which nothing else is kept: thousands of them are simulated for one run.</summary>
/// <param name="StartMs">The median start, ms.</param>
/// <param name="SpreadS">The longest start less the shortest, s.</param>
/// <param name="LongestTableReadS">The longest read of mountinfo by an agent, s.</param>
/// <param name="WaitShare">Share of the starts' time that waits for locks.</param>
/// <param name="SpinShare">Share of the kernel's CPU time that spins.</param>
/// <param name="WalksOfSpinning">Share of the spinning that is path walks on mount_lock's sequence.</param>
/// <param name="SequenceOdd">Share of the makespan in which that sequence is odd.</param>
/// <param name="RankOfNamespaceSem">1: namespace_sem is waited for longest of all locks.</param>
internal sealed record StormFigures(
    double StartMs, double SpreadS, double LongestTableReadS, double WaitShare, double SpinShare, double WalksOfSpinning, double SequenceOdd, int RankOfNamespaceSem)
{
    private const double PsPerMs = 1e9, PsPerSecond = 1e12;

    public static StormFigures Of(StormResult result)
    {
        var starts = result.StartPs.Order().ToList();
        var index = result.Definitions.Index().ToDictionary(item => item.Item.Symbol, item => item.Index, StringComparer.Ordinal);
        var sequence = (SeqLock)result.Locks[index["mount_lock"]];
        var semaphore = result.WaitsPs[index["namespace_sem"]];
        return new StormFigures(
            starts[(starts.Count - 1) / 2] / PsPerMs,
            (starts[^1] - starts[0]) / PsPerSecond,
            result.LongestTableReadPs / PsPerSecond,
            (double)result.WaitsPs.Sum() / starts.Sum(),
            (double)result.SpinCpuPs / result.SystemCpuPs,
            sequence.Walks.Waits.Sum / result.SpinCpuPs,
            (double)sequence.Statistics(LockMode.Write).HoldTotal / result.MakespanPs,
            1 + index.Values.Count(one => result.WaitsPs[one] > semaphore));
    }
}
