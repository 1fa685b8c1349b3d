using BenchmarkDotNet.Attributes;
using MountSim.Engine;

namespace MountSim.Benchmarks;

/// <summary>The pending-event set alone: take the earliest entry out, put it back at a later time; one operation is both.</summary>
public class PendingSets
{
    private const int Operations = 1_000_000;
    private const int SpreadPs = 2_000_000;

    private readonly RadixHeap _heap = new();
    private readonly PriorityQueue<PendingEvent, long> _queue = new();
    private readonly int[] _delays = new int[1 << 16];

    [Params(1, 100, 1_000, 10_000)]
    public int Pending { get; set; }

    [GlobalSetup]
    public void Fill()
    {
        var random = new RandomStream(1, "delays");
        for (var i = 0; i < _delays.Length; i++) _delays[i] = random.NextInt(SpreadPs);
        for (var i = 0; i < Pending; i++)
        {
            _heap.Add(new PendingEvent(_delays[i], i, 0));
            _queue.Enqueue(new PendingEvent(_delays[i], i, 0), _delays[i]);
        }
    }

    [Benchmark(OperationsPerInvoke = Operations, Baseline = true)]
    public int PriorityQueue()
    {
        for (var i = 0; i < Operations; i++)
        {
            var entry = _queue.Dequeue();
            var time = entry.Time + _delays[i & (_delays.Length - 1)];
            _queue.Enqueue(entry with { Time = time }, time);
        }

        return _queue.Count;
    }

    [Benchmark(OperationsPerInvoke = Operations)]
    public int RadixHeap()
    {
        for (var i = 0; i < Operations; i++)
        {
            _heap.TryTake(out var entry);
            _heap.Add(entry with { Time = entry.Time + _delays[i & (_delays.Length - 1)] });
        }

        return _heap.Count;
    }
}
