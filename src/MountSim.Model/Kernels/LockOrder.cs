namespace MountSim.Model.Kernels;

/// <summary>
/// Which lock is taken inside which, over all operations. Locks of an object that nobody shares are left out: a container waits for its own
/// superblock or directory at most behind itself, so they close no circle of waiters.
/// </summary>
internal sealed class LockOrder
{
    private readonly SortedDictionary<string, SortedDictionary<string, string>> inside = new(StringComparer.Ordinal);

    /// <summary>Notes that a lock is taken while others are held.</summary>
    public void Take(IEnumerable<LockDefinition> held, LockDefinition taken, string place)
    {
        if (taken.Scope == LockScope.Object)
            return;
        foreach (var outer in held.Where(item => item.Scope != LockScope.Object && item.Id != taken.Id))
        {
            if (!inside.TryGetValue(outer.Id, out var inner))
                inside.Add(outer.Id, inner = new(StringComparer.Ordinal));
            inner.TryAdd(taken.Id, place);
        }
    }

    /// <summary>Every circle once, at the place where its last link is.</summary>
    public IEnumerable<(string Place, string Problem)> Circles()
    {
        foreach (var start in inside.Keys)
        {
            foreach (var circle in From(start, [start]))
            {
                var links = circle.Append(start).Zip(circle.Skip(1).Append(start)).Take(circle.Count)
                    .Select(link => $"{link.Second} inside {link.First} at {inside[link.First][link.Second]}").ToList();
                yield return (inside[circle[^1]][start], $"locks are taken in a circle: {string.Join("; ", links)}");
            }
        }
    }

    /// <summary>Circles whose smallest lock by name is the first, so that each is found once.</summary>
    private IEnumerable<List<string>> From(string start, List<string> path)
    {
        foreach (var next in inside.GetValueOrDefault(path[^1], new(StringComparer.Ordinal)).Keys)
        {
            if (next == start)
                yield return path;
            else if (string.CompareOrdinal(next, start) > 0 && !path.Contains(next))
            {
                foreach (var circle in From(start, [.. path, next]))
                    yield return circle;
            }
        }
    }
}
