using MountSim.Calibration.Holds;
using MountSim.Calibration.Probes;

namespace MountSim.Calibration.Worker;

/// <summary>A probe in its room, with the arrays that its blocks are recorded in.</summary>
internal sealed class Station
{
    private const int SamplesPerCycle = 4;

    internal Station(Room room, Probe probe, int firstIndex)
    {
        Room = room;
        Probe = probe;
        FirstIndex = firstIndex;
        Recorder = new Recorder(probe.Costs.Count, probe.CyclesPerBlock * SamplesPerCycle);
        Medians = [.. probe.Costs.Select(_ => new List<double>())];
    }

    internal Room Room { get; }

    internal Probe Probe { get; }

    /// <summary>The number of its first cost.</summary>
    internal int FirstIndex { get; }

    internal Recorder Recorder { get; }

    /// <summary>Per cost: the medians of the blocks so far.</summary>
    internal IReadOnlyList<List<double>> Medians { get; }

    /// <summary>One block.</summary>
    internal void Block() => Room.Run(Cycles);

    /// <summary>One block with probes on the kernel's lock functions; its calls of them.</summary>
    internal IReadOnlyList<LockCall> Traced(HoldTracer tracer)
    {
        IReadOnlyList<LockCall> calls = [];
        Room.Run(() => calls = tracer.Record(Cycles));
        return calls;
    }

    private void Cycles()
    {
        Recorder.Clear();
        try
        {
            Probe.Enter();
            for (var i = 0; i < Probe.CyclesPerBlock; i++)
                Probe.Cycle(Recorder);
        }
        finally
        {
            Probe.Leave();
        }
    }
}
