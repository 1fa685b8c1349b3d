namespace MountSim.Calibration.Tracing;

/// <summary>Pairs beginnings and ends.</summary>
internal static class ContentionWaits
{
    /// <summary>The waits in <paramref name="events"/>, in the order they ended.</summary>
    /// <param name="events">Events in any order.</param>
    /// <param name="unfinished">Beginnings without end, and the other way round.</param>
    internal static List<ContentionWait> Pair(IEnumerable<ContentionEvent> events, out long unfinished)
    {
        var open = new Dictionary<(int Waiter, ulong Lock), ContentionEvent>();
        var waits = new List<ContentionWait>();
        unfinished = 0;
        foreach (var e in events.OrderBy(e => e.Time).ThenBy(e => e.Begins ? 0 : 1))
        {
            var key = (e.Waiter, e.Lock);
            // A mutex begins again when its waiter goes from spinning to sleep and back: it is the first that counts.
            if (e.Begins)
                open.TryAdd(key, e);
            else if (open.Remove(key, out var begin))
                waits.Add(new ContentionWait(e.Lock, begin.Flags, e.Time - begin.Time, begin.Stack));
            else
                unfinished++;
        }

        unfinished += open.Count;
        return waits;
    }
}
