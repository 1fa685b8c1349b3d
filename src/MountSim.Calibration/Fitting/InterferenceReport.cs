using System.Globalization;
using MountSim.Calibration.Estimators;
using MountSim.Calibration.Hosts;
using MountSim.Calibration.Probes;
using MountSim.Calibration.Profiles;

namespace MountSim.Calibration.Fitting;

/// <summary>Judges what disturbed a measurement.</summary>
internal static class InterferenceReport
{
    // A tenth of a CPU, one per cent of stolen time: medians shrug off less.
    private const double MuchSteal = 0.01;
    private const double ManyOthers = 0.1;
    private const double SlowFrequency = 0.95;
    private const double MuchDrift = 0.05;
    private const int FewestRounds = 12;

    /// <summary>The report.</summary>
    /// <param name="seen">What was watched.</param>
    /// <param name="cpus">Online CPUs.</param>
    /// <param name="blocks">Per cost: its blocks in the order of the rounds.</param>
    internal static Interference Of(Disturbance seen, int cpus, IEnumerable<KeyValuePair<CostDefinition, List<double[]>>> blocks)
    {
        var capacity = Math.Max(seen.Seconds * cpus, 1e-9);
        var worst = blocks.Select(b => (Cost: b.Key.Key, Drift: Drift(b.Value))).DefaultIfEmpty((Cost: "", Drift: 0)).MaxBy(d => Math.Abs(d.Drift));
        var report = new Interference
        {
            StealShare = Math.Round(seen.StealSeconds / capacity, 4),
            OthersShare = Math.Round(seen.OthersSeconds / capacity, 4),
            SwitchesPerSecond = Math.Round(seen.Switches / Math.Max(seen.Seconds, 1e-9), 1),
            FrequencyRatio = seen is { LowestHertz: { } low, HighestHertz: { } high } ? Math.Round(low / high, 3) : null,
            Drift = Math.Round(worst.Drift, 4),
            DriftOf = worst.Drift == 0 ? null : worst.Cost,
            Warnings = [],
        };
        return report with { Warnings = [.. Warnings(report, cpus)] };
    }

    // Medians of block medians of the two halves; the rest is noise: three standard errors of a median, 1.253 sigma/sqrt(n) each.
    private static double Drift(IReadOnlyList<double[]> blocks)
    {
        if (blocks.Count < FewestRounds)
            return 0;
        double[] medians = [.. blocks.Select(Quantiles.Median)];
        var (first, second) = (medians[..(medians.Length / 2)], medians[(medians.Length / 2)..]);
        var before = Quantiles.Median(first);
        if (!(before > 0))
            return 0;
        var change = Quantiles.Median(second) - before;
        var sigma = Quantiles.MadToSigma * (Quantiles.Mad(first) + Quantiles.Mad(second)) / 2;
        var noise = 3 * 1.253 * sigma * Math.Sqrt(2.0 / first.Length);
        return Math.Sign(change) * Math.Max(0, Math.Abs(change) - noise) / before;
    }

    private static IEnumerable<string> Warnings(Interference report, int cpus)
    {
        if (report.StealShare > MuchSteal)
            yield return Text($"the hypervisor took {report.StealShare:P1} of the CPUs' time: measure again, or on another host");
        if (report.OthersShare * cpus > ManyOthers)
            yield return Text($"other processes used {report.OthersShare * cpus:F2} CPUs: measure on a quiet host");
        if (report.FrequencyRatio < SlowFrequency)
            yield return Text($"the CPU's frequency fell to {report.FrequencyRatio:P0} of its highest: fix the governor");
        if (Math.Abs(report.Drift) > MuchDrift)
            yield return Text($"{report.DriftOf} drifted by {report.Drift:P1} while it was measured");
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
