using System.Numerics;
using System.Runtime.CompilerServices;

namespace MountSim.Engine;

/// <summary>
/// The pending-event set: a monotone radix heap over hexadecimal digits. An entry lives in the bucket of the highest digit in which its time differs from the
/// last time taken out, and of that digit's value; entries of the last time itself live in bucket 0. Taking out the least empties the lowest bucket into
/// those below it, so an entry moves at most 15 times.
/// </summary>
/// <remarks>
/// Gives up two things for its speed: nothing may be added before the last time taken out, and nothing can be removed but the least (cancel by
/// generation instead). Entries of equal time share a bucket at every moment and are moved in order, so they come out in the order they went
/// in, without a sequence number. Ahuja, Mehlhorn, Orlin, Tarjan, "Faster algorithms for the shortest path problem", JACM 37 (1990); digits of more
/// than one bit are their two-level heap's.
/// </remarks>
public sealed class RadixHeap
{
    private const int DigitBits = 4;
    private const int DigitValues = 1 << DigitBits;
    private const int Digits = 64 / DigitBits;
    private const int InitialCapacity = 256;

    // Each bucket is a list of nodes in the order of adding: its first and its end by index, 0 for none, which no node has. The free nodes are one more list.
    private readonly int[] _first = new int[Digits * DigitValues];
    private readonly int[] _end = new int[Digits * DigitValues];
    private Node[] _nodes = new Node[InitialCapacity];
    private int _used = 1;
    private int _free;

    // Which digits have entries, and with which values; of bucket 0, nothing.
    private readonly uint[] _values = new uint[Digits];
    private uint _digits;
    private long _last;

    // No entry is earlier than this; when it is exact, one is due then.
    private long _least = long.MaxValue;
    private bool _leastIsExact = true;

    /// <summary>Entries in the heap, cancelled ones included.</summary>
    public int Count { get; private set; }

    /// <summary>Adds an entry.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The time is before the last one taken out.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(in PendingEvent entry)
    {
        if (entry.Time < _last) ThrowBeforeNow(entry.Time);
        if (entry.Time < _least) _least = entry.Time;
        var index = _free;
        if (index == 0) index = NewNode();
        else _free = _nodes[index].Next;
        _nodes[index].Entry = entry;
        Append(index);
        Count++;
    }

    /// <summary>Takes out the earliest entry; of equal times, the one added first.</summary>
    /// <returns>False when the heap is empty.</returns>
    public bool TryTake(out PendingEvent entry)
    {
        if (Count == 0)
        {
            entry = default;
            return false;
        }

        var index = _first[0] == 0 ? TakeOfLowestBucket() : _first[0];
        ref var node = ref _nodes[index];
        entry = node.Entry;
        _first[0] = node.Next;
        node.Next = _free;
        _free = index;
        Count--;
        _leastIsExact = false;
        return true;
    }

    /// <summary>The earliest time, without moving anything, so that earlier times may still be added afterwards.</summary>
    /// <returns>False when the heap is empty.</returns>
    public bool TryPeekTime(out long time)
    {
        time = Count == 0 ? _last : LeastTime();
        return Count > 0;
    }

    /// <summary>True when no entry is due at a time or before it; the time is not before the last one taken out.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool IsEmptyUpTo(long time) => time < _least || Count == 0 || time < LeastTime();

    // Empties the lowest bucket into those below it; one with a single entry needs no move, for that entry is the least.
    private int TakeOfLowestBucket()
    {
        var digit = BitOperations.TrailingZeroCount(_digits);
        var value = BitOperations.TrailingZeroCount(_values[digit]);
        var bucket = (digit << DigitBits) + value;
        var first = _first[bucket];
        _last = _nodes[first].Next == 0 ? _nodes[first].Entry.Time : LeastTime();
        _first[bucket] = 0;
        _values[digit] &= ~(1U << value);
        if (_values[digit] == 0) _digits &= ~(1U << digit);
        if (_nodes[first].Next == 0) return first;
        for (int index = first, next; index != 0; index = next)
        {
            next = _nodes[index].Next;
            Append(index);
        }

        return _first[0];
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Append(int index)
    {
        ref var node = ref _nodes[index];
        node.Next = 0;
        var bucket = 0;
        var difference = (ulong)(node.Entry.Time ^ _last);
        if (difference != 0)
        {
            var digit = BitOperations.Log2(difference) / DigitBits;
            var value = (int)(node.Entry.Time >> (digit * DigitBits)) & (DigitValues - 1);
            _digits |= 1U << digit;
            _values[digit] |= 1U << value;
            bucket = (digit << DigitBits) + value;
        }

        if (_first[bucket] == 0) _first[bucket] = index;
        else _nodes[_end[bucket]].Next = index;
        _end[bucket] = index;
    }

    // Of a heap that is not empty.
    private long LeastTime()
    {
        if (_leastIsExact) return _least;
        _least = _last;
        if (_first[0] == 0)
        {
            var digit = BitOperations.TrailingZeroCount(_digits);
            var index = _first[(digit << DigitBits) + BitOperations.TrailingZeroCount(_values[digit])];
            _least = _nodes[index].Entry.Time;
            while ((index = _nodes[index].Next) != 0) _least = Math.Min(_least, _nodes[index].Entry.Time);
        }

        _leastIsExact = true;
        return _least;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private int NewNode()
    {
        if (_used == _nodes.Length) Array.Resize(ref _nodes, _nodes.Length * 2);
        return _used++;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void ThrowBeforeNow(long time) => throw new ArgumentOutOfRangeException(
        nameof(time), $"an event at {time} ps cannot be scheduled: the simulation has reached {_last} ps");

    private struct Node
    {
        public PendingEvent Entry;
        public int Next;
    }
}
