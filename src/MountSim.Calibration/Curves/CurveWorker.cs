using System.Diagnostics;
using MountSim.Calibration.Probes;

namespace MountSim.Calibration.Curves;

/// <summary>One worker: a room of its own and a probe whose cycle it repeats until a moment.</summary>
internal sealed class CurveWorker
{
    private const int MostCycles = 65_536;
    private const int LongestCycle = 8; // samples of a cost in a cycle, at most
    private readonly Room _room;
    private readonly Probe _probe;
    private readonly Recorder _recorder;
    private readonly long[] _ticks = new long[MostCycles];
    private int _count;

    internal CurveWorker(Room room, Probe probe)
    {
        (_room, _probe) = (room, probe);
        _recorder = new Recorder(probe.Costs.Count, LongestCycle);
        room.Run(probe.Prepare);
    }

    /// <summary>Times of the cycles of the last run, ns.</summary>
    internal IEnumerable<double> Cycles => _ticks.Take(_count).Select(t => t * 1e9 / Stopwatch.Frequency);

    /// <summary>Cycles a second of the last run.</summary>
    internal double PerSecond { get; private set; }

    /// <summary>Waits for the others at <paramref name="start"/>, then repeats cycles for <paramref name="time"/>. Called on a thread of its own.</summary>
    internal void Run(Barrier start, TimeSpan time) => _room.Run(() =>
    {
        try
        {
            Enter(start);
            start.SignalAndWait();
            Repeat((long)(time.TotalSeconds * Stopwatch.Frequency));
        }
        finally
        {
            _probe.Leave();
        }
    });

    private void Enter(Barrier start)
    {
        try
        {
            _probe.Enter();
        }
        catch
        {
            // The others must not wait for one that never comes.
            start.RemoveParticipant();
            throw;
        }
    }

    private void Repeat(long ticks)
    {
        var begin = Stopwatch.GetTimestamp();
        var now = begin;
        for (_count = 0; now - begin < ticks && _count < MostCycles; _count++)
        {
            var before = now;
            _recorder.Clear();
            _probe.Cycle(_recorder);
            now = Stopwatch.GetTimestamp();
            _ticks[_count] = now - before;
        }

        PerSecond = _count * (double)Stopwatch.Frequency / (now - begin);
    }
}
