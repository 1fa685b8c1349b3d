using System.Numerics;
using System.Runtime.CompilerServices;

namespace MountSim.Engine;

/// <summary>
/// The pending-event set: a short sorted front of the entries that are due next, and behind it a monotone radix heap over hexadecimal digits. An entry of the
/// heap lives in the bucket of the highest digit in which its time differs from a reference that is not later, and of that digit's value. An empty front is
/// filled from the lowest buckets; one with too many entries is first spread over the buckets below it, so an entry moves at most 16 times.
/// </summary>
/// <remarks>
/// Gives up two things for its speed: nothing may be added before the last time taken out, and nothing can be removed but the least (cancel by
/// generation instead). Entries of equal time are in one bucket or all in the front, and are moved in order, so they come out in the order they went
/// in, without a sequence number. Ahuja, Mehlhorn, Orlin, Tarjan, "Faster algorithms for the shortest path problem", JACM 37 (1990); digits of more
/// than one bit are their two-level heap's.
/// </remarks>
public sealed class RadixHeap
{
    private const int DigitBits = 4;
    private const int DigitValues = 1 << DigitBits;
    private const int Digits = 64 / DigitBits;
    private const int InitialCapacity = 256;

    // The front is filled up to the first number while the buckets allow it, and gives its later half back when it has the second.
    private const int FilledFront = 8;
    private const int FullFront = 32;

    // The latest first, so that the least is taken off the end. All entries before the horizon are here; of those at the horizon, the first ones may be.
    private PendingEvent[] _front = new PendingEvent[FullFront];
    private int _frontCount;
    private long _horizon;

    // Each bucket is a list of nodes in the order of adding: its first and its end by index, 0 for none, which no node has. The free nodes are one more list.
    private readonly int[] _first = new int[Digits * DigitValues];
    private readonly int[] _end = new int[Digits * DigitValues];
    private Node[] _nodes = new Node[InitialCapacity];
    private int _used = 1;
    private int _free;

    // Which digits have entries, and with which values.
    private readonly uint[] _values = new uint[Digits];
    private uint _digits;
    private long _reference;
    private long _last;

    /// <summary>Entries in the set, cancelled ones included.</summary>
    public int Count { get; private set; }

    /// <summary>Adds an entry.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The time is before the last one taken out.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(in PendingEvent entry)
    {
        if (entry.Time < _last) ThrowBeforeNow(entry.Time);
        Count++;
        if (entry.Time < _horizon) AddToFront(in entry);
        else AddToBuckets(in entry);
    }

    /// <summary>Takes out the earliest entry; of equal times, the one added first.</summary>
    /// <returns>False when the set is empty.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool TryTake(out PendingEvent entry)
    {
        if (Count == 0)
        {
            entry = default;
            return false;
        }

        if (_frontCount == 0) FillFront();
        entry = _front[--_frontCount];
        _last = entry.Time;
        Count--;
        return true;
    }

    /// <summary>The earliest time; earlier ones may still be added afterwards.</summary>
    /// <returns>False when the set is empty.</returns>
    public bool TryPeekTime(out long time)
    {
        time = Count == 0 ? _last : LeastTime();
        return Count > 0;
    }

    /// <summary>True when no entry is due at a time or before it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool IsEmptyUpTo(long time) => Count == 0 || time < LeastTime();

    // Of a set that is not empty.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private long LeastTime()
    {
        if (_frontCount == 0) FillFront();
        return _front[_frontCount - 1].Time;
    }

    private void AddToFront(in PendingEvent entry)
    {
        if (_frontCount >= FullFront && !MadeRoom(entry.Time))
        {
            AddToBuckets(in entry);
            return;
        }

        var front = _front;
        var at = _frontCount++;
        for (; at > 0 && front[at - 1].Time <= entry.Time; at--) front[at] = front[at - 1];
        front[at] = entry;
    }

    // Puts the later half of a full front back into the buckets; false when an entry of that time now belongs there as well. Where that half was added before the
    // reference, after a look at the earliest time had moved it, there is no bucket for it: the front grows.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private bool MadeRoom(long time)
    {
        var moved = _frontCount / 2;
        if (_front[moved - 1].Time < _reference)
        {
            if (_frontCount == _front.Length) Array.Resize(ref _front, _frontCount * 2);
            return true;
        }

        // Before those of their time that are there: they were added earlier.
        _horizon = _front[moved - 1].Time;
        for (var i = 0; i < moved; i++) GiveBack(in _front[i]);
        _frontCount -= moved;
        Array.Copy(_front, moved, _front, 0, _frontCount);
        return time < _horizon;
    }

    // Moves the lowest buckets into the empty front, until it has enough.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private void FillFront()
    {
        while (_digits != 0 && _frontCount < FilledFront)
        {
            var digit = BitOperations.TrailingZeroCount(_digits);
            var value = BitOperations.TrailingZeroCount(_values[digit]);
            var shift = digit * DigitBits;
            var first = _first[(digit << DigitBits) + value];
            var start = _nodes[first].Entry.Time >> shift << shift;
            if (digit > 0 && HasMoreThan(FullFront - FilledFront, first))
            {
                if (_frontCount > 0) break;
                Empty(digit, value);
                Spread(first, start);
            }
            else if (MoveToFront(first) is var left and not 0)
            {
                // Too many of one time: the rest stays, and who comes at that time goes behind it.
                _first[value] = left;
                _horizon = start;
                break;
            }
            else
            {
                Empty(digit, value);
                // The last of all times has no end.
                _horizon = start > long.MaxValue - (1L << shift) ? long.MaxValue : start + (1L << shift);
            }
        }

        if (_digits == 0) _horizon = long.MaxValue;
        Array.Reverse(_front, 0, _frontCount);
    }

    private bool HasMoreThan(int entries, int first)
    {
        for (var index = first; index != 0; index = _nodes[index].Next)
        {
            if (entries-- == 0) return true;
        }

        return false;
    }

    private void Empty(int digit, int value)
    {
        _first[(digit << DigitBits) + value] = 0;
        _values[digit] &= ~(1U << value);
        if (_values[digit] == 0) _digits &= ~(1U << digit);
    }

    // A bucket's entries go into those below it: they are told apart by what follows the digits they share.
    private void Spread(int first, long start)
    {
        _reference = start;
        for (int index = first, next; index != 0; index = next)
        {
            next = _nodes[index].Next;
            Append(index);
        }
    }

    // Behind those that the front has, the earliest first as long as it is being filled; gives the first that found no place, 0 when all did.
    private int MoveToFront(int first)
    {
        var index = first;
        while (index != 0 && _frontCount < FullFront)
        {
            ref var node = ref _nodes[index];
            var front = _front;
            var at = _frontCount++;
            for (; at > 0 && front[at - 1].Time > node.Entry.Time; at--) front[at] = front[at - 1];
            front[at] = node.Entry;
            var next = node.Next;
            node.Next = _free;
            _free = index;
            index = next;
        }

        return index;
    }

    private void AddToBuckets(in PendingEvent entry) => Append(NodeOf(in entry));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Append(int index)
    {
        var bucket = BucketOf(_nodes[index].Entry.Time);
        _nodes[index].Next = 0;
        if (_first[bucket] == 0) _first[bucket] = index;
        else _nodes[_end[bucket]].Next = index;
        _end[bucket] = index;
    }

    private void GiveBack(in PendingEvent entry)
    {
        var index = NodeOf(in entry);
        var bucket = BucketOf(entry.Time);
        _nodes[index].Next = _first[bucket];
        if (_first[bucket] == 0) _end[bucket] = index;
        _first[bucket] = index;
    }

    // The bucket of a time, which has an entry from now on.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private int BucketOf(long time)
    {
        var digit = BitOperations.Log2((ulong)(time ^ _reference) | 1) / DigitBits;
        var value = (int)(time >> (digit * DigitBits)) & (DigitValues - 1);
        _digits |= 1U << digit;
        _values[digit] |= 1U << value;
        return (digit << DigitBits) + value;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private int NodeOf(in PendingEvent entry)
    {
        var index = _free;
        if (index == 0) index = NewNode();
        else _free = _nodes[index].Next;
        _nodes[index].Entry = entry;
        return index;
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
