namespace MountSim.Calibration.Bursts.Calls;

/// <summary>Open descriptors in the order they came; of a size known beforehand, so that it allocates nothing.</summary>
internal sealed class DescriptorList(int capacity)
{
    private readonly int[] _items = new int[Math.Max(1, capacity)];
    private int _first;
    private int _end;

    internal int Count => _end - _first;

    internal int Last => _items[_end - 1];

    internal void Push(int descriptor) => _items[_end++] = descriptor;

    internal int TakeLast() => _items[--_end];

    internal int TakeFirst() => _items[_first++];
}
