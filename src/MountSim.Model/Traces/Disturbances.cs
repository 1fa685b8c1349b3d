namespace MountSim.Model.Traces;

/// <summary>Tells noise from a law that is wrong: noise makes a hold longer, and not in most runs of the same operation with the same value.</summary>
internal sealed class Disturbances
{
    /// <summary>Fewer holds than these say nothing about which of them are the rule.</summary>
    private const int Least = 4;

    private readonly ILookup<string, HoldComparison> byLock;
    private readonly ILookup<(string, string), HoldComparison> bySeries;
    private readonly ILookup<(string, int, string), HoldComparison> byValue;

    /// <summary>Takes all holds of one kernel.</summary>
    public Disturbances(IEnumerable<HoldComparison> holds)
    {
        var all = holds.ToList();
        byLock = all.ToLookup(hold => hold.Use, StringComparer.Ordinal);
        bySeries = all.ToLookup(hold => (hold.Run.Series, hold.Use));
        byValue = all.ToLookup(hold => (hold.Run.Series, hold.Run.Value, hold.Use));
    }

    /// <summary>
    /// True for a hold that is longer than the tolerance allows while most runs with the same value, on other CPU counts, are within. Where there are too few of
    /// these, it must be the only one of its series; a series that is too short is judged by all holds of the lock.
    /// </summary>
    public bool Disturbed(HoldComparison hold)
    {
        if (hold.Verdict != HoldVerdict.Longer)
            return false;
        if (byValue[(hold.Run.Series, hold.Run.Value, hold.Use)].ToList() is { Count: >= Least } alike)
            return MostAreWithin(alike);
        var series = bySeries[(hold.Run.Series, hold.Use)].ToList();
        return series.Count >= Least ? series.Count(other => other.Verdict != HoldVerdict.Within) == 1 : MostAreWithin([.. byLock[hold.Use]]);
    }

    private static bool MostAreWithin(List<HoldComparison> holds) => 2 * holds.Count(hold => hold.Verdict == HoldVerdict.Within) > holds.Count;
}
