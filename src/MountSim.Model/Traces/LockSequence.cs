namespace MountSim.Model.Traces;

/// <summary>Turns moments into events: drops object locks that nothing keeps, and lets holds end last in, first out.</summary>
internal static class LockSequence
{
    /// <summary>The events in order.</summary>
    public static IReadOnlyList<LockEvent> Of(IReadOnlyList<LockMoment> moments)
    {
        var kept = KeptObjects(moments);
        var events = new List<LockEvent>();
        var held = new List<(int Hold, LockEvent Event)>();
        var released = new HashSet<int>();
        foreach (var moment in moments)
        {
            if (moment.Kind == LockMomentKind.Release)
            {
                released.Add(moment.Hold);
                while (held.Count > 0 && released.Contains(held[^1].Hold))
                    held.RemoveAt(held.Count - 1);
                continue;
            }

            if (moment.IsObject && !kept.Contains(moment.Hold))
                continue;
            var taken = new LockEvent(moment.Role, moment.Mode, [.. held.Select(item => item.Event)], moment.Place);
            events.Add(taken);
            if (moment.Kind == LockMomentKind.Take)
                held.Add((moment.Hold, taken));
        }

        return events;
    }

    /// <summary>Holds of objects inside which a lock is taken that matters.</summary>
    private static HashSet<int> KeptObjects(IReadOnlyList<LockMoment> moments)
    {
        var open = new HashSet<int>();
        var kept = new HashSet<int>();
        foreach (var moment in moments)
        {
            if (moment.Kind == LockMomentKind.Release)
                open.Remove(moment.Hold);
            else if (moment.IsObject)
                open.Add(moment.Hold);
            else if (LeftOut.KeepsOuter(moment.Role))
                kept.UnionWith(open);
        }

        return kept;
    }
}
