using System.Runtime.CompilerServices;
using MountSim.Calibration.Syscalls;
using MountSim.Model.Machines;

namespace MountSim.Calibration.Probes;

/// <summary>
/// Two pinned threads pass a cache line to and fro as a waiter for a lock does who polls with loads: a read transfer when the line changes, then
/// an upgrade to write the answer. One hop against one of <see cref="PingPongProbe"/> is what polling costs beside taking the line at once.
/// </summary>
internal sealed class PollProbe(Distance distance, int home, int away, int roomCpu) : Probe
{
    private const int RoundTrips = 2000;
    private const int Lines = 16;
    private const int IntsPerLine = 32; // 128 bytes: neighbours are prefetched in pairs
    private const int Over = -1;
    private readonly int[] _memory = GC.AllocateArray<int>((Lines + 2) * IntsPerLine, pinned: true);
    private int _line;
    private Thread? _partner;

    internal override bool MeetsLocks => false;

    internal override IReadOnlyList<CostDefinition> Costs { get; } =
        [new(PingPongProbe.Prefix + "poll." + distance, Batch: 2 * RoundTrips, Crossings: 0)];

    internal override int CyclesPerBlock => 10;

    internal override void Enter()
    {
        _line = (_line % Lines) + 1;
        _memory[_line * IntsPerLine] = 0;
        Affinity.Pin(home);
        using var ready = new ManualResetEventSlim();
        _partner = new Thread(() => Answer(ready)) { IsBackground = true };
        _partner.Start();
        ready.Wait();
    }

    internal override void Leave()
    {
        Volatile.Write(ref _memory[_line * IntsPerLine], Over);
        _partner?.Join();
        Affinity.Pin(roomCpu);
    }

    internal override void Cycle(Recorder recorder)
    {
        ref var line = ref _memory[_line * IntsPerLine];
        recorder.Start();
        for (var i = 0; i < RoundTrips; i++)
        {
            Volatile.Write(ref line, 1);
            while (Volatile.Read(ref line) != 0)
            {
            }
        }

        recorder.Stop(0);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Answer(ManualResetEventSlim ready)
    {
        Affinity.Pin(away);
        ref var line = ref _memory[_line * IntsPerLine];
        ready.Set();
        while (true)
        {
            var seen = Volatile.Read(ref line);
            if (seen == Over)
                return;
            if (seen == 1)
                Volatile.Write(ref line, 0);
        }
    }
}
