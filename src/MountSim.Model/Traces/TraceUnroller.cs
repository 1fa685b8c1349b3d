namespace MountSim.Model.Traces;

/// <summary>The sequence of lock events that a trace shows, in the models' names.</summary>
public static class TraceUnroller
{
    /// <summary>Unrolls a trace.</summary>
    /// <param name="trace">Its events in order.</param>
    /// <param name="rules">What is not compared.</param>
    /// <param name="functions">Functions that the traces of this kernel show: a release that none shows cannot be waited for.</param>
    public static IReadOnlyList<LockEvent> Unroll(IReadOnlyList<TraceEvent> trace, LeftOut rules, IReadOnlySet<string> functions)
    {
        var moments = new List<LockMoment>();
        var open = new List<(int Hold, string Lock, string Release)>();
        foreach (var item in trace.Where(item => !Failed(item)))
        {
            if (TraceFunctions.WaitsForGracePeriod(item.Function))
                moments.Add(new LockMoment(LockMomentKind.Touch, -1, item.Function, null, false, item.Place));
            else if (!TraceFunctions.Taking(item.Function))
                Release(item);
            else if (LeftOut.IsObject(item.Lock) && TraceFunctions.TakesRwSem(item.Function))
                Take(item, LeftOut.PerObject, true);
            else if (rules.Role(item.Lock) is { } role)
                Take(item, role, false);
        }

        return LockSequence.Of(moments);

        // A try that is never released did not get the lock: a dying superblock's caches are shrunk while its own s_umount is held.
        bool Failed(TraceEvent item) => TraceFunctions.Tries(item.Function)
            && !trace.Any(later => later.Sequence > item.Sequence && later.Lock == item.Lock && later.Function == TraceFunctions.Release(item.Function));

        void Take(TraceEvent item, string role, bool isObject)
        {
            var release = TraceFunctions.Release(item.Function);
            var kind = functions.Contains(release) ? LockMomentKind.Take : LockMomentKind.Touch;
            if (kind == LockMomentKind.Touch && isObject)
                return;
            var hold = moments.Count;
            moments.Add(new LockMoment(kind, hold, role, TraceFunctions.Mode(item.Function), isObject, item.Place));
            if (kind == LockMomentKind.Take)
                open.Add((hold, item.Lock, release));
        }

        void Release(TraceEvent item)
        {
            var at = open.FindLastIndex(hold => hold.Lock == item.Lock && hold.Release == item.Function);
            if (at < 0)
                return;
            moments.Add(new LockMoment(LockMomentKind.Release, open[at].Hold, "", null, false, item.Place));
            open.RemoveAt(at);
        }
    }
}
