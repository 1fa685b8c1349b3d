using System.Diagnostics;
using MountSim.Calibration.Curves;
using MountSim.Calibration.Estimators;
using MountSim.Calibration.Holds;
using MountSim.Calibration.Hosts;
using MountSim.Calibration.Probes;
using MountSim.Calibration.Scheduling;

namespace MountSim.Calibration.Worker;

/// <summary>
/// The measurement in its parts: holds of locks, contention curves, then rounds in each of which every probe has one block, in a random order, and between them those of the
/// scheduling survey, spread over the time: a guest's speed changes.
/// </summary>
internal sealed class Session : IDisposable
{
    // Of the time limit at most, whatever the number of operations: the costs have the rest.
    private const double HoldsShare = 0.15;
    private const double CurvesShare = 0.3;
    private const int CurveRounds = 16;
    private const int HoldRounds = 8;
    private const int SchedulingRounds = 20;
    private readonly Stopwatch _clock = Stopwatch.StartNew();
    private readonly WorkerOrder _order;
    private readonly MessageWriter _output;
    private readonly HostTopology _topology = HostTopology.Read();
    private readonly List<Station> _stations = [];
    private readonly DisturbanceWatch _watch;
    private Probing? _probing;
    private SchedulingSurvey? _survey;
    private int _surveyed;
    private int _costs;

    internal Session(WorkerOrder order, MessageWriter output)
    {
        _order = order;
        _output = output;
        // Interrupts tend to go to the first CPU.
        Cpu = _topology.Cpus[^1];
        _watch = new DisturbanceWatch(Cpu);
    }

    private int Cpu { get; }

    /// <inheritdoc/>
    public void Dispose() => _probing?.Dispose();

    internal void Prepare()
    {
        Phase("preparing");
        _probing = Probing.Open(_order, Skip);
        foreach (var (room, probe) in ProbePlan.Make(_order, _topology, Cpu, Skip))
            Admit(room, probe);
    }

    internal void Run()
    {
        Round([.. _stations], 0);
        Holds(_probing!.Holds);
        var stackNs = _order.Curves && _order.Privilege != Privileges.None ? Curves() : null;
        Costs();
        _output.Write(new WorkerMessage { Kind = WorkerMessageKind.Report, Report = new ProbeReport(_probing.Level, stackNs) });
        _output.Write(new WorkerMessage { Kind = WorkerMessageKind.Disturbance, Disturbance = _watch.Report() });
        _output.Write(new WorkerMessage { Kind = WorkerMessageKind.Done, Index = Cpu });
    }

    private void Holds(HoldTracer? tracer)
    {
        if (tracer is null)
            return;
        Phase("holds of locks");
        if (tracer.Missing.ToList() is { Count: > 0 } missing)
            Skip("calls of " + string.Join(", ", missing), "this kernel has them inlined everywhere: holds that they begin or end are not seen");
        var survey = new HoldSurvey(tracer);
        var deadline = _clock.Elapsed.TotalSeconds + (HoldsShare * _order.Seconds);
        for (var round = 0; round < Math.Min(HoldRounds, _order.MaxRounds) && (round == 0 || _clock.Elapsed.TotalSeconds < deadline); round++)
            foreach (var station in _stations.Where(s => s.Probe.MeetsLocks))
                foreach (var (index, block) in survey.Block(station).Index())
                    _output.Write(new WorkerMessage { Kind = WorkerMessageKind.Holds, Index = station.FirstIndex + index, Holds = block });
    }

    private double? Curves()
    {
        Phase("contention of workers");
        var deadline = _clock.Elapsed.TotalSeconds + (CurvesShare * _order.Seconds);
        var tracer = _probing!.Contention;
        var survey = new CurveSurvey(_order.Directory, _topology, tracer, Skip);
        var stackNs = tracer is null ? (double?)null : survey.Learn();
        // Round 0 warms. Each round without events has one with them beside it.
        for (var round = 0; round <= Math.Min(CurveRounds, _order.MaxRounds) && (round < 2 || _clock.Elapsed.TotalSeconds < deadline); round++)
            foreach (var traced in tracer is null ? [false] : new[] { false, true })
                foreach (var run in survey.Round(traced))
                    if (round > 0)
                        _output.Write(new WorkerMessage { Kind = WorkerMessageKind.Curve, Curve = run });
        return stackNs;
    }

    private void OpenSurvey() => TrySurvey(() =>
    {
        _survey = new SchedulingSurvey(_order.Directory, _topology, _order.Privilege != Privileges.None);
        // One warms.
        _survey.Round();
    });

    // As many rounds of the survey as belong to a share (0 to 1) of the time.
    private void Survey(double share) => TrySurvey(() =>
    {
        for (var due = share * Math.Min(SchedulingRounds, _order.MaxRounds); _survey is not null && _surveyed < due; _surveyed++)
            _output.Write(new WorkerMessage { Kind = WorkerMessageKind.Scheduling, Scheduling = _survey.Round() });
    });

    private void TrySurvey(Action survey)
    {
        try
        {
            survey();
        }
        catch (Exception e)
        {
            _survey = null;
            Skip("task switches and grace periods one after the other", e.Message);
        }
    }

    private void Costs()
    {
        Phase("costs of operations");
        OpenSurvey();
        var begun = _clock.Elapsed.TotalSeconds;
        var random = new Random((int)_order.Seed);
        var stations = _stations.ToArray();
        for (var round = 1; round <= _order.MaxRounds; round++)
        {
            random.Shuffle(stations);
            Round(stations, round);
            _watch.Sample();
            var error = _stations.SelectMany(s => s.Medians).Select(Convergence.RelativeError).DefaultIfEmpty(0).Max();
            _output.Write(new WorkerMessage { Kind = WorkerMessageKind.Round, Round = round, RelativeError = Math.Min(error, 1e6) });
            Survey(Math.Min(1, (_clock.Elapsed.TotalSeconds - begun) / Math.Max(1e-9, _order.Seconds - begun)));
            if (round >= _order.MinRounds && (error <= _order.TargetRelativeError || _clock.Elapsed.TotalSeconds >= _order.Seconds))
                break;
        }

        Survey(1);
    }

    private void Admit(Room room, Probe probe)
    {
        try
        {
            var station = new Station(room, probe, _costs);
            room.Run(probe.Prepare);
            station.Block();
            _stations.Add(station);
            foreach (var cost in probe.Costs)
                _output.Write(new WorkerMessage { Kind = WorkerMessageKind.Cost, Index = _costs++, Cost = cost });
        }
        catch (Exception e)
        {
            Skip(string.Join(", ", probe.Costs.Select(c => c.Key)), e.Message);
        }
    }

    // Round 0 compiles and warms; its samples are not reported.
    private void Round(IReadOnlyList<Station> stations, int round)
    {
        foreach (var station in stations)
        {
            station.Block();
            if (round > 0)
                Report(station);
        }
    }

    private void Report(Station station)
    {
        for (var i = 0; i < station.Probe.Costs.Count; i++)
        {
            var samples = station.Recorder.Nanoseconds(i);
            station.Medians[i].Add(Quantiles.Median(samples));
            _output.Write(new WorkerMessage { Kind = WorkerMessageKind.Samples, Index = station.FirstIndex + i, Samples = samples });
        }
    }

    private void Phase(string name) => _output.Write(new WorkerMessage { Kind = WorkerMessageKind.Phase, Text = name });

    private void Skip(string probe, string reason) =>
        _output.Write(new WorkerMessage { Kind = WorkerMessageKind.Skipped, Text = probe, Reason = reason });
}
