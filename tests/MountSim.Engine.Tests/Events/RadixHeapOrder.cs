using CsCheck;

namespace MountSim.Engine.Tests.Events;

/// <summary>The heap against a list that is sorted by (time, order of adding).</summary>
public class RadixHeapOrder
{
    // Small spans make ties; large ones reach the high buckets.
    private static readonly Gen<long> Delay = Gen.Frequency(
        (4, Gen.Long[0, 3]), (4, Gen.Long[0, 1000]), (2, Gen.Long[0, 1L << 40]), (1, Gen.Long[0, 1L << 55]));

    private static readonly Gen<(int Kind, long Delay)> Step = Gen.Select(Gen.Int[0, 7], Delay);

    [Fact]
    public void Entries_come_out_by_time_and_then_by_insertion() => Step.Array[0, 1000].Sample(steps =>
    {
        var heap = new RadixHeap();
        var model = new List<PendingEvent>();
        var last = 0L;
        for (var i = 0; i < steps.Length; i++)
        {
            if (steps[i].Kind <= 4)
            {
                var entry = new PendingEvent(last + Math.Min(steps[i].Delay, long.MaxValue - last), i, (uint)i);
                heap.Add(entry);
                model.Add(entry);
            }
            else if (steps[i].Kind == 5)
            {
                if (heap.TryPeekTime(out var time) != model.Count > 0) return false;
                if (model.Count > 0 && time != model.Min(entry => entry.Time)) return false;
            }
            else if (!TakesTheFirst(heap, model, ref last))
            {
                return false;
            }

            if (heap.Count != model.Count) return false;
        }

        while (model.Count > 0)
        {
            if (!TakesTheFirst(heap, model, ref last)) return false;
        }

        return !heap.TryTake(out _);
    }, iter: 2_000);

    // A look moves the late entries to the front; more earlier ones follow than it holds.
    [Fact]
    public void Entries_added_before_the_time_looked_at_come_out_first() => Gen.Select(Gen.Long[1L << 20, 1L << 50], Delay.Array[1, 300]).Sample((late, delays) =>
    {
        var heap = new RadixHeap();
        for (var i = 0; i < 100; i++) heap.Add(new PendingEvent(late + i, i, 0));
        if (!heap.IsEmptyUpTo(late - 1) || heap.IsEmptyUpTo(late)) return false;
        for (var i = 0; i < delays.Length; i++) heap.Add(new PendingEvent(delays[i], 100 + i, 0));
        var expected = delays.Select((time, i) => (Time: time, Process: 100 + i))
            .Concat(Enumerable.Range(0, 100).Select(i => (Time: late + i, Process: i)))
            .OrderBy(entry => entry.Time).ThenBy(entry => entry.Process);
        return expected.All(entry => heap.TryTake(out var taken) && (taken.Time, taken.Process) == entry);
    });

    [Fact]
    public void Entries_of_one_instant_keep_their_order_across_refills()
    {
        var heap = new RadixHeap();
        for (var i = 0; i < 1000; i++) heap.Add(new PendingEvent(i % 10 == 0 ? 5 : 1_000_000, i, 0));
        var taken = new List<int>();
        while (heap.TryTake(out var entry))
        {
            taken.Add(entry.Process);
            if (taken.Count == 50) heap.Add(new PendingEvent(1_000_000, 1000, 0));
        }

        Assert.Equal([.. Enumerable.Range(0, 1000).OrderBy(i => i % 10 == 0 ? 0 : 1), 1000], taken);
    }

    // A front that grew would make each insertion as long as there are entries: what does not grow allocates nothing.
    [Fact]
    public void The_front_stays_short_when_thousands_are_due_at_one_instant()
    {
        var heap = new RadixHeap();
        var delays = new RandomStream(1, "delays");
        for (var i = 0; i < 10_000; i++) heap.Add(new PendingEvent(0, i, 0));
        var order = new int[10_000];
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 100_000; i++)
        {
            heap.TryTake(out var entry);
            if (i < order.Length) order[i] = entry.Process;
            heap.Add(entry with { Time = entry.Time + 1 + delays.NextInt(1_000_000) });
        }

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
        Assert.Equal(Enumerable.Range(0, order.Length), order);
    }

    [Fact]
    public void A_time_before_the_last_taken_is_refused()
    {
        var heap = new RadixHeap();
        heap.Add(new PendingEvent(10, 0, 0));
        Assert.True(heap.TryTake(out _));
        var refused = Assert.Throws<ArgumentOutOfRangeException>(() => heap.Add(new PendingEvent(9, 0, 0)));
        Assert.Contains("the simulation has reached 10 ps", refused.Message, StringComparison.Ordinal);
    }

    private static bool TakesTheFirst(RadixHeap heap, List<PendingEvent> model, ref long last)
    {
        if (heap.TryTake(out var taken) != model.Count > 0) return false;
        if (model.Count == 0) return true;
        // MinBy gives the first of equals: a stable sort's first.
        var first = model.MinBy(entry => entry.Time);
        model.Remove(first);
        last = taken.Time;
        return taken == first;
    }
}
