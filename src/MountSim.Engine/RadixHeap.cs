using System.Numerics;
using System.Runtime.CompilerServices;

namespace MountSim.Engine;

/// <summary>
/// The pending-event set: a monotone radix heap. An entry lives in the bucket numbered by the highest bit in which its time differs from the
/// last time taken out (bucket 0: no difference). Taking out the least empties the lowest bucket into those below it, so an entry moves at most
/// 63 times, and few in practice.
/// </summary>
/// <remarks>
/// Gives up two things for its speed: nothing may be added before the last time taken out, and nothing can be removed but the least (cancel by
/// generation instead). Entries of equal time share a bucket at every moment and are moved in order, so they come out in the order they went
/// in, without a sequence number. Ahuja, Mehlhorn, Orlin, Tarjan, "Faster algorithms for the shortest path problem", JACM 37 (1990).
/// </remarks>
public sealed class RadixHeap
{
    private const int InitialCapacity = 8;

    private readonly PendingEvent[][] _buckets = new PendingEvent[64][];
    private readonly int[] _counts = new int[64];
    private ulong _occupied;
    private int _head;
    private long _last;

    /// <summary>An empty heap whose last time is 0.</summary>
    public RadixHeap()
    {
        for (var i = 0; i < _buckets.Length; i++) _buckets[i] = new PendingEvent[InitialCapacity];
    }

    /// <summary>Entries in the heap, cancelled ones included.</summary>
    public int Count { get; private set; }

    /// <summary>Adds an entry.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The time is before the last one taken out.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(in PendingEvent entry)
    {
        if (entry.Time < _last) ThrowBeforeNow(entry.Time);
        Append(BucketOf(entry.Time), entry);
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
            _occupied &= ~1UL;
            if (TakeOnly(out entry)) return true;
            Refill();
        }

        entry = _buckets[0][_head++];
        Count--;
        return true;
    }

    /// <summary>The earliest time, without moving anything, so that earlier times may still be added afterwards.</summary>
    /// <returns>False when the heap is empty.</returns>
    public bool TryPeekTime(out long time)
    {
        time = _last;
        if (Count == 0) return false;
        if (_head < _counts[0]) return true;
        time = LeastTime(LowestBucket());
        return true;
    }

    /// <summary>True when no entry is due at a time or before it; the time is not before the last one taken out.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool IsEmptyUpTo(long time)
    {
        if (Count == 0) return true;
        if (_head < _counts[0]) return false;
        // The lowest bucket's times share all bits above the one that it is numbered by, which bounds them from both sides without a look at them.
        var bucket = LowestBucket();
        var bit = 1L << (bucket - 1);
        var floor = (_last | bit) & -bit;
        if (time < floor) return true;
        return time < floor + bit && LeastTime(bucket) > time;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private int BucketOf(long time) => 64 - BitOperations.LeadingZeroCount((ulong)(time ^ _last));

    // Bucket 0 may be marked as occupied while it is used up.
    private int LowestBucket() => BitOperations.TrailingZeroCount(_occupied & ~1UL);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Append(int bucket, in PendingEvent entry)
    {
        var entries = _buckets[bucket];
        var count = _counts[bucket];
        if (count == entries.Length) entries = Grow(bucket);
        entries[count] = entry;
        _counts[bucket] = count + 1;
        _occupied |= 1UL << bucket;
    }

    // A lowest bucket with one entry needs no refill: that entry is the least.
    private bool TakeOnly(out PendingEvent entry)
    {
        var bucket = LowestBucket();
        if (_counts[bucket] != 1)
        {
            entry = default;
            return false;
        }

        entry = _buckets[bucket][0];
        _counts[bucket] = 0;
        _occupied &= ~(1UL << bucket);
        _last = entry.Time;
        Count--;
        return true;
    }

    private void Refill()
    {
        var bucket = LowestBucket();
        var entries = _buckets[bucket];
        var count = _counts[bucket];
        _last = LeastTime(bucket);
        _counts[bucket] = 0;
        _occupied &= ~(1UL << bucket);
        for (var i = 0; i < count; i++) Append(BucketOf(entries[i].Time), entries[i]);
    }

    private long LeastTime(int bucket)
    {
        var entries = _buckets[bucket].AsSpan(0, _counts[bucket]);
        var least = entries[0].Time;
        foreach (ref readonly var entry in entries) least = Math.Min(least, entry.Time);
        return least;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private PendingEvent[] Grow(int bucket)
    {
        Array.Resize(ref _buckets[bucket], _buckets[bucket].Length * 2);
        return _buckets[bucket];
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void ThrowBeforeNow(long time) => throw new ArgumentOutOfRangeException(
        nameof(time), $"an event at {time} ps cannot be scheduled: the simulation has reached {_last} ps");
}
