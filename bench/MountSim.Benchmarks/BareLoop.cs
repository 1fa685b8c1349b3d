using MountSim.Engine;

namespace MountSim.Benchmarks;

/// <summary>
/// The least that a simulation of so many processes can cost: the same pending-event set with an entry for each, of which the earliest is taken out and put back
/// later, and nothing else. What the engine adds is the ratio to it.
/// </summary>
internal sealed class BareLoop
{
    private readonly RadixHeap _pending = new();
    private readonly int[] _delays = new int[1 << 16];

    public BareLoop(int pending, int meanPs)
    {
        var random = new RandomStream(1, "delays");
        for (var i = 0; i < _delays.Length; i++) _delays[i] = random.NextInt(2 * meanPs);
        for (var i = 0; i < pending; i++) _pending.Add(new PendingEvent(_delays[i], i, 0));
    }

    public long Run(int events)
    {
        PendingEvent entry = default;
        for (var i = 0; i < events; i++)
        {
            _pending.TryTake(out entry);
            _pending.Add(entry with { Time = entry.Time + _delays[i & (_delays.Length - 1)] });
        }

        return entry.Time;
    }
}
