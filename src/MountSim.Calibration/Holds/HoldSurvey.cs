using MountSim.Calibration.Tracing;
using MountSim.Calibration.Worker;

namespace MountSim.Calibration.Holds;

/// <summary>Runs blocks of every operation in turn without probes and with them, and finds the holds of global locks in each execution.</summary>
internal sealed class HoldSurvey(HoldTracer tracer)
{
    private readonly KernelSymbols _symbols = KernelSymbols.Running;

    /// <summary>One block: per cost of the station's probe.</summary>
    internal IReadOnlyList<HoldBlock> Block(Station station)
    {
        var costs = Enumerable.Range(0, station.Probe.Costs.Count).ToList();
        station.Block();
        var untraced = costs.Select(station.Recorder.Nanoseconds).ToList();
        var calls = station.Traced(tracer);
        return [.. costs.Select(cost => Block(untraced[cost], station.Recorder.Windows(cost), calls))];
    }

    private HoldBlock Block(double[] untraced, IReadOnlyList<(double From, double To)> windows, IReadOnlyList<LockCall> calls)
    {
        var inside = windows.Select(w => Between(calls, w.From, w.To)).ToList();
        return new HoldBlock(
            untraced, [.. windows.Select(w => w.To - w.From)], [.. inside.Select(c => c.Count)], [.. inside.Select(Samples)]);
    }

    private IReadOnlyList<HoldSample> Samples(IReadOnlyList<LockCall> calls) =>
    [
        .. from hold in LockHold.Of(calls)
           let name = _symbols.Variable(hold.Lock)
           where name is not null
           group hold by (name, hold.Reads) into holds
           // Between two probes lies the time of one: half of each end's, and all of those in between.
           select new HoldSample(holds.Key.name, holds.Key.Reads, holds.Count(), holds.Sum(h => h.Nanoseconds), holds.Sum(h => h.Inner + 1)),
    ];

    private static List<LockCall> Between(IReadOnlyList<LockCall> calls, double from, double to) =>
        [.. calls.SkipWhile(c => c.Time < from).TakeWhile(c => c.Time <= to)];
}
