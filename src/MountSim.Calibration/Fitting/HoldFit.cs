using MountSim.Calibration.Estimators;
using MountSim.Calibration.Holds;
using MountSim.Calibration.Probes;
using MountSim.Calibration.Profiles;
using MountSim.Model.Costs;
using MountSim.Model.Kernels;

namespace MountSim.Calibration.Fitting;

/// <summary>Holds of locks from kprobes: the probes' own time taken off.</summary>
internal static class HoldFit
{
    /// <summary>What a probe costs. Operations that sleep are left out: what others do meanwhile is in their time.</summary>
    internal static Interval ProbeCost(IEnumerable<(CostDefinition Cost, HoldBlock Block)> blocks) => ProbeCostFit.Fit(
        [.. blocks.Where(b => !Sleeps(b.Cost.Name) && b.Block.Executions.Count > 0).Select(b => ProbeCostFit.Point(b.Block))]);

    /// <summary>The holds of each operation, by lock and mode.</summary>
    /// <param name="blocks">As measured.</param>
    /// <param name="probeNs">A probe's cost.</param>
    /// <param name="kernel">Whose names the locks get.</param>
    /// <param name="model">What the kernel model gives an operation's holds of a lock, ns.</param>
    /// <param name="random">Source of the resampling.</param>
    internal static IEnumerable<MeasuredHold> Holds(
        IEnumerable<(CostDefinition Cost, HoldBlock Block)> blocks, Interval probeNs, KernelModel kernel, Func<CostDefinition, string, bool, double?> model, Random random)
    {
        foreach (var cost in blocks.Where(b => b.Block.Executions.Count > 0).GroupBy(b => b.Cost))
        {
            var locks = cost.SelectMany(b => b.Block.Executions).SelectMany(e => e).Select(s => (s.Lock, s.Reads)).Distinct();
            foreach (var (name, reads) in locks.OrderBy(l => l.Lock, StringComparer.Ordinal).ThenBy(l => l.Reads))
                if (Id(kernel, name) is { } id)
                    yield return Hold(cost.Key.Key, id, name, reads, [.. cost.Select(b => b.Block)], probeNs, random) with { ModelNs = model(cost.Key, id, reads) };
        }
    }

    private static MeasuredHold Hold(string operation, string id, string name, bool reads, IReadOnlyList<HoldBlock> blocks, Interval probeNs, Random random)
    {
        var uses = blocks.Select(b => b.Executions.Select(e => e.FirstOrDefault(s => s.Lock == name && s.Reads == reads)).ToList()).ToList();
        var held = BlockBootstrap.Mean([.. uses.Select(u => u.Select(s => s is null ? 0 : s.Nanoseconds - (probeNs.Value * s.Probes)).ToArray())], random);
        var probes = Quantiles.Median([.. uses.SelectMany(u => u).Select(s => (double)(s?.Probes ?? 0))]);
        return new MeasuredHold
        {
            Operation = operation,
            Lock = id,
            Mode = reads ? "read" : "write",
            Acquisitions = Quantiles.Median([.. uses.SelectMany(u => u).Select(s => (double)(s?.Acquisitions ?? 0))]),
            HeldNs = Rounded(held, probes * (probeNs.Value - probeNs.Low), probes * (probeNs.High - probeNs.Value)),
            By = ProbeLevel.Kprobe,
        };
    }

    // A lock within a structure has the structure's symbol: mnt_id_ida for mnt_id_ida.xa_lock.
    private static string? Id(KernelModel kernel, string symbol) =>
        kernel.Locks.FirstOrDefault(l => l.Scope == LockScope.Global && l.Symbol.Split('.')[0] == symbol)?.Id;

    // Grace periods, and what runs after them.
    private static bool Sleeps(string cost) =>
        cost.StartsWith("umount", StringComparison.Ordinal) || cost.StartsWith("close", StringComparison.Ordinal) || cost == NamespaceProbe.End;

    // What is off when a probe costs less or more than estimated adds to its error.
    private static Interval Rounded(Interval held, double cheaper, double dearer) =>
        new(Math.Round(held.Value, 1), Math.Round(held.Low - dearer, 1), Math.Round(held.High + cheaper, 1));
}
