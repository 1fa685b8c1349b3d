using MountSim.Calibration.Estimators;
using MountSim.Calibration.Profiles;
using MountSim.Model.Costs;

namespace MountSim.Calibration.Fitting;

/// <summary>
/// Holds where kprobes are refused: the serial part of each curve's operation, shared out among the locks by the kernel's contention events
/// where these can be read. Much wider than what kprobes say.
/// </summary>
internal static class SaturationHolds
{
    private const double LeastShare = 0.02;

    internal static IEnumerable<MeasuredHold> Of(IReadOnlyList<ContentionCurve> curves, int cpus) =>
        from curve in curves
        let many = curve.Points.LastOrDefault(p => p.Workers > 1 && p.Workers <= cpus)
        where many is not null
        let serial = SaturationFit.SerialNs(curve.Points[0].PerSecond, many.PerSecond, many.Workers)
        from hold in Shared(curve.Operation, serial, many.Waits)
        select hold;

    private static IEnumerable<MeasuredHold> Shared(string operation, Interval serial, IReadOnlyList<LockWait> waits)
    {
        var total = waits.Sum(w => w.WaitNsPerOperation);
        if (total <= 0)
            return [Hold(operation, "any", serial, ProbeLevel.Timing)];
        // A lock's share of the waits is not its share of the holds: it may have all of them, or nothing but what made others wait.
        return waits.Where(w => w.WaitNsPerOperation / total >= LeastShare).Select(w =>
        {
            var share = w.WaitNsPerOperation / total;
            return Hold(operation, w.Lock, new Interval(serial.Value * share, serial.Low * share * share, serial.High), ProbeLevel.Tracepoint);
        });
    }

    private static MeasuredHold Hold(string operation, string name, Interval held, ProbeLevel by) => new()
    {
        Operation = operation,
        Lock = name,
        Mode = "any",
        Acquisitions = 0,
        HeldNs = new Interval(Math.Round(held.Value, 1), Math.Round(held.Low, 1), Math.Round(held.High, 1)),
        By = by,
    };
}
