using MountSim.Calibration.Estimators;
using MountSim.Calibration.Hosts;
using MountSim.Calibration.Probes;
using System.Diagnostics;

namespace MountSim.Calibration.Worker;

/// <summary>Prepares all probes, then runs rounds: in each, every probe has one block, in a random order.</summary>
internal sealed class Session
{
    private readonly WorkerOrder _order;
    private readonly MessageWriter _output;
    private readonly HostTopology _topology = HostTopology.Read();
    private readonly List<Station> _stations = [];
    private int _costs;

    internal Session(WorkerOrder order, MessageWriter output)
    {
        _order = order;
        _output = output;
        // Interrupts tend to go to the first CPU.
        Cpu = _topology.Cpus[^1];
    }

    private int Cpu { get; }

    internal void Prepare()
    {
        foreach (var (room, probe) in ProbePlan.Make(_order, _topology, Cpu, Skip))
            Admit(room, probe);
    }

    internal void Run()
    {
        var random = new Random((int)_order.Seed);
        var stations = _stations.ToArray();
        Round(stations, 0);
        var clock = Stopwatch.StartNew();
        for (var round = 1; round <= _order.MaxRounds; round++)
        {
            random.Shuffle(stations);
            Round(stations, round);
            var error = _stations.SelectMany(s => s.Medians).Select(Convergence.RelativeError).DefaultIfEmpty(0).Max();
            _output.Write(new WorkerMessage { Kind = WorkerMessageKind.Round, Round = round, RelativeError = Math.Min(error, 1e6) });
            if (round >= _order.MinRounds && (error <= _order.TargetRelativeError || clock.Elapsed.TotalSeconds >= _order.Seconds))
                break;
        }

        _output.Write(new WorkerMessage { Kind = WorkerMessageKind.Done, Index = Cpu });
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
    private void Round(Station[] stations, int round)
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

    private void Skip(string probe, string reason) =>
        _output.Write(new WorkerMessage { Kind = WorkerMessageKind.Skipped, Text = probe, Reason = reason });
}
