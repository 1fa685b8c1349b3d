using System.Numerics;
using System.Runtime.CompilerServices;

namespace MountSim.Engine;

/// <summary>
/// The pending-event set: a monotone radix heap over hexadecimal digits. An entry lives in the bucket of the highest digit in which its time differs from the
/// last time taken out, and of that digit's value; entries of the last time itself live in bucket 0. Taking out the least empties the lowest bucket into
/// those below it, so an entry moves at most 15 times, and once or twice in practice.
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
    private const int InitialCapacity = 8;

    private readonly PendingEvent[][] _buckets = new PendingEvent[Digits * DigitValues][];
    private readonly int[] _counts = new int[Digits * DigitValues];

    // Which digits have entries, and with which values; of bucket 0, nothing.
    private readonly uint[] _values = new uint[Digits];
    private uint _digits;
    private int _head;
    private long _last;

    // No entry is earlier than this; when it is exact, one is due then.
    private long _least = long.MaxValue;
    private bool _leastIsExact = true;

    /// <summary>An empty heap whose last time is 0.</summary>
    public RadixHeap() => Array.Fill(_buckets, []);

    /// <summary>Entries in the heap, cancelled ones included.</summary>
    public int Count { get; private set; }

    /// <summary>Adds an entry.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The time is before the last one taken out.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(in PendingEvent entry)
    {
        if (entry.Time < _last) ThrowBeforeNow(entry.Time);
        if (entry.Time < _least) _least = entry.Time;
        Append(entry);
        Count++;
    }

    /// <summary>Takes out the earliest entry; of equal times, the one added first.</summary>
    /// <returns>False when the heap is empty.</returns>
    public bool TryTake(out PendingEvent entry)
    {
        if (_head == _counts[0])
        {
            if (Count == 0)
            {
                entry = default;
                return false;
            }

            _counts[0] = _head = 0;
            var bucket = LowestBucket();
            if (_counts[bucket] == 1)
            {
                entry = TakeOnly(bucket);
                return true;
            }

            Refill(bucket);
        }

        entry = _buckets[0][_head++];
        Taken();
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

    // A lowest bucket with one entry needs no refill: that entry is the least.
    private PendingEvent TakeOnly(int bucket)
    {
        var entry = _buckets[bucket][0];
        Clear(bucket);
        _last = entry.Time;
        Taken();
        return entry;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Taken()
    {
        Count--;
        _leastIsExact = false;
    }

    private void Refill(int bucket)
    {
        var entries = _buckets[bucket].AsSpan(0, _counts[bucket]);
        _last = LeastTime();
        Clear(bucket);
        foreach (ref readonly var entry in entries) Append(entry);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Append(in PendingEvent entry)
    {
        var bucket = 0;
        var difference = (ulong)(entry.Time ^ _last);
        if (difference != 0)
        {
            var digit = BitOperations.Log2(difference) / DigitBits;
            var value = (int)(entry.Time >> (digit * DigitBits)) & (DigitValues - 1);
            _digits |= 1U << digit;
            _values[digit] |= 1U << value;
            bucket = (digit * DigitValues) + value;
        }

        var entries = _buckets[bucket];
        var count = _counts[bucket];
        if (count == entries.Length) entries = Grow(bucket);
        entries[count] = entry;
        _counts[bucket] = count + 1;
    }

    private void Clear(int bucket)
    {
        var digit = bucket >> DigitBits;
        _counts[bucket] = 0;
        _values[digit] &= ~(1U << (bucket & (DigitValues - 1)));
        if (_values[digit] == 0) _digits &= ~(1U << digit);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private int LowestBucket()
    {
        var digit = BitOperations.TrailingZeroCount(_digits);
        return (digit * DigitValues) + BitOperations.TrailingZeroCount(_values[digit]);
    }

    // Of a heap that is not empty.
    private long LeastTime()
    {
        if (_leastIsExact) return _least;
        _least = _last;
        if (_head == _counts[0])
        {
            var bucket = LowestBucket();
            _least = long.MaxValue;
            foreach (ref readonly var entry in _buckets[bucket].AsSpan(0, _counts[bucket])) _least = Math.Min(_least, entry.Time);
        }

        _leastIsExact = true;
        return _least;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private PendingEvent[] Grow(int bucket)
    {
        Array.Resize(ref _buckets[bucket], Math.Max(InitialCapacity, _buckets[bucket].Length * 2));
        return _buckets[bucket];
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void ThrowBeforeNow(long time) => throw new ArgumentOutOfRangeException(
        nameof(time), $"an event at {time} ps cannot be scheduled: the simulation has reached {_last} ps");
}
