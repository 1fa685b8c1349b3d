using System.Runtime.CompilerServices;
using MountSim.Calibration.Syscalls;
using MountSim.Model.Machines;

namespace MountSim.Calibration.Probes;

/// <summary>
/// Two pinned threads pass a cache line to and fro, each spinning on a compare-and-swap without reading first: one hop is one transfer of
/// a modified line for ownership, the convention of the published core-to-core matrices. A sample is divided by two hops a round trip.
/// </summary>
internal sealed class PingPongProbe(Distance distance, int home, int away, int roomCpu) : Probe
{
    internal const string Prefix = "cache_line.";
    private const int RoundTrips = 2000;
    private const int Lines = 16;
    private const int IntsPerLine = 32; // 128 bytes: neighbours are prefetched in pairs
    private readonly int[] _memory = GC.AllocateArray<int>((Lines + 2) * IntsPerLine, pinned: true);
    private int _line;
    private bool _stop;
    private Thread? _partner;

    internal override bool MeetsLocks => false;

    internal override IReadOnlyList<CostDefinition> Costs { get; } =
        [new(Prefix + distance, Batch: 2 * RoundTrips, Crossings: 0)];

    internal override int CyclesPerBlock => 10;

    // Where the line lives (its home slice) moves the cost: each block takes another line.
    internal override void Enter()
    {
        _line = (_line % Lines) + 1;
        _stop = false;
        _memory[_line * IntsPerLine] = 0;
        Affinity.Pin(home);
        using var ready = new ManualResetEventSlim();
        _partner = new Thread(() => Answer(ready)) { IsBackground = true };
        _partner.Start();
        ready.Wait();
    }

    internal override void Leave()
    {
        Volatile.Write(ref _stop, true);
        _partner?.Join();
        Affinity.Pin(roomCpu);
    }

    internal override void Cycle(Recorder recorder)
    {
        ref var line = ref _memory[_line * IntsPerLine];
        recorder.Start();
        for (var i = 0; i < RoundTrips; i++)
            while (Interlocked.CompareExchange(ref line, 1, 0) != 0)
            {
            }

        // The last answer belongs to the sample.
        while (Interlocked.CompareExchange(ref line, 0, 0) != 0)
        {
        }

        recorder.Stop(0);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Answer(ManualResetEventSlim ready)
    {
        Affinity.Pin(away);
        ref var line = ref _memory[_line * IntsPerLine];
        ready.Set();
        while (!Volatile.Read(ref _stop))
            for (var spin = 0; spin < 1000; spin++)
                Interlocked.CompareExchange(ref line, 0, 1);
    }
}
