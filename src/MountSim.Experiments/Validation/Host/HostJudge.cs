using System.Globalization;
using MountSim.Model.Costs;

namespace MountSim.Experiments.Validation.Host;

/// <summary>Judges predictions by real bursts: the arithmetic of the suite, without a host.</summary>
public static class HostJudge
{
    /// <summary>The error that a prediction may have.</summary>
    public const double Allowed = 0.15;

    // Two locks whose measured waits differ by less are not told apart.
    private const double Apart = 2;
    // Below this share of all waits a lock does not count among those that contend most.
    private const double Share = 0.05;
    // Waits that add up to less than this share of all start time do not make a lock one that contends.
    private const double ShareOfStarts = 0.01;
    // A mean of fewer waits a burst is chance.
    private const double FewestWaits = 5;

    /// <summary>A quantity: met within 15 %, or within the host's own spread from run to run where that is wider.</summary>
    /// <param name="quantity">What.</param>
    /// <param name="unit">Its unit.</param>
    /// <param name="predicted">The prediction.</param>
    /// <param name="measured">The median over the runs, and a run's spread about it.</param>
    /// <param name="reason">What a reader should know.</param>
    public static ValidationRow Row(string quantity, string unit, Interval predicted, Interval measured, string reason)
    {
        var half = Math.Max(Allowed * measured.Value, (measured.High - measured.Low) / 2);
        return ValidationRow.InBand(quantity, unit, predicted, new Interval(measured.Value, measured.Value - half, measured.Value + half), reason);
    }

    /// <summary>
    /// The locks that contend most, in their order: of all pairs of locks whose measured waits differ by a factor of two, the share that the prediction has in
    /// the same order. Met when all are.
    /// </summary>
    /// <param name="measured">Waits by lock as the kernel's contention events show them.</param>
    /// <param name="predicted">The simulated locks' waits as those events would show them.</param>
    /// <param name="startsMs">Start time of all containers of the burst together, ms.</param>
    public static ValidationRow LocksInOrder(IReadOnlyList<LockWait> measured, IReadOnlyList<LockWait> predicted, double startsMs)
    {
        const string Quantity = "locks in order";
        var total = measured.Sum(one => one.TotalMs);
        var most = measured.Where(one => one.TotalMs >= Math.Max(Share * total, ShareOfStarts * startsMs) && one.Waits >= FewestWaits).OrderByDescending(one => one.TotalMs).ToList();
        var pairs = most.SelectMany((one, at) => most.Skip(at + 1).Where(other => one.TotalMs >= Apart * other.TotalMs).Select(other => (More: one.Lock, Less: other.Lock))).ToList();
        var text = $"measured: {Text(most)}; predicted: {Text([.. predicted.Where(one => one.Waits >= 1).OrderByDescending(one => one.TotalMs).Take(3)])}";
        if (most.Count == 0) return ValidationRow.Skip(Quantity, "", "no lock was waited for often and long enough to rank");
        double Predicted(string name) => predicted.FirstOrDefault(one => one.Lock == name)?.TotalMs ?? 0;
        if (pairs.Count == 0)
        {
            // One lock, or several that are not told apart: the prediction's first must be among them.
            var first = predicted.MaxBy(one => one.TotalMs)?.Lock;
            var met = most.Exists(one => one.Lock == first);
            return new ValidationRow(Quantity, "", Interval.Exact(met ? 1 : 0), Interval.Exact(1), met ? Verdict.Met : Verdict.Missed, text);
        }

        var right = pairs.Count(pair => Predicted(pair.More) > Predicted(pair.Less)) / (double)pairs.Count;
        return new ValidationRow(Quantity, "", Interval.Exact(right), Interval.Exact(1), right >= 1 ? Verdict.Met : Verdict.Missed, text);
    }

    /// <summary>The suite's target: the median error over all bursts, none where it is below the host's own spread.</summary>
    public static ValidationTarget Target(IReadOnlyList<ValidationCase> cases)
    {
        var (throughput, p50) = (Median(cases, ThroughputName), Median(cases, P50Name));
        var orders = cases.SelectMany(one => one.Rows).Where(row => row.Quantity == "locks in order" && row.Verdict != Verdict.Skipped).ToList();
        var right = orders.Count == 0 ? 1 : orders.Count(row => row.Verdict == Verdict.Met) / (double)orders.Count;
        return new ValidationTarget(
            string.Create(
                CultureInfo.InvariantCulture,
                $"median error of throughput ({throughput:P1}) and of p50 ({p50:P1}) within {Allowed:P0}, locks in the right order in most bursts ({right:P0})"),
            throughput <= Allowed && p50 <= Allowed && right > 0.5);
    }

    /// <summary>The name of the throughput's row.</summary>
    public const string ThroughputName = "throughput";

    /// <summary>The name of the latency's row.</summary>
    public const string P50Name = "start p50";

    // An error within the host's own spread from run to run counts as met, so as none.
    private static double Median(IReadOnlyList<ValidationCase> cases, string quantity)
    {
        var errors = cases.SelectMany(one => one.Rows).Where(row => row.Quantity == quantity && row.Error is not null)
            .Select(row => row.Verdict == Verdict.Met && Math.Abs(row.Error!.Value) > Allowed ? 0 : Math.Abs(row.Error!.Value)).Order().ToList();
        if (errors.Count == 0) return double.PositiveInfinity;
        return (errors[(errors.Count - 1) / 2] + errors[errors.Count / 2]) / 2;
    }

    private static string Text(IReadOnlyList<LockWait> waits) => waits.Count == 0 ? "none" : string.Join(", ", waits.Select(one =>
        string.Create(CultureInfo.InvariantCulture, $"{one.Lock} {one.TotalMs:G3} ms in {one.Waits:G3} waits")));
}
