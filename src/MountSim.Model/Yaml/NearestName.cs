namespace MountSim.Model.Yaml;

/// <summary>Finds the name a mistyped one probably stood for.</summary>
public static class NearestName
{
    /// <summary>The candidate with the smallest edit distance, or null when none is near: a third of the letters, 2 at least.</summary>
    public static string? Of(string name, IEnumerable<string> candidates)
    {
        string? best = null;
        var bestDistance = Math.Max(2, name.Length / 3) + 1;
        foreach (var candidate in candidates)
        {
            var distance = Distance(name, candidate);
            if (distance >= bestDistance)
                continue;
            (best, bestDistance) = (candidate, distance);
        }

        return best;
    }

    /// <summary>The end of a message: a suggestion when one is near, then the allowed names.</summary>
    public static string Hint(string name, IReadOnlyCollection<string> allowed)
    {
        var nearest = Of(name, allowed);
        var list = string.Join(", ", allowed);
        return nearest is null ? $"allowed: {list}" : $"did you mean '{nearest}'? Allowed: {list}";
    }

    /// <summary>Levenshtein's distance: insertions, deletions and replacements between two names, case ignored.</summary>
    private static int Distance(string a, string b)
    {
        var row = new int[b.Length + 1];
        for (var j = 0; j <= b.Length; j++)
            row[j] = j;
        for (var i = 1; i <= a.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var same = char.ToLowerInvariant(a[i - 1]) == char.ToLowerInvariant(b[j - 1]);
                var replace = diagonal + (same ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(replace, Math.Min(row[j], row[j - 1]) + 1);
            }
        }

        return row[b.Length];
    }
}
