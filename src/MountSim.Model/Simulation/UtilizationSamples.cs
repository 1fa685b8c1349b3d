namespace MountSim.Model.Simulation;

/// <summary>How long the CPUs were busy and each lock was held, ps, up to each of some instants.</summary>
/// <param name="IntervalPs">From one look to the next; the first is at the start, the last at the end.</param>
/// <param name="EndPs">When the run ended.</param>
/// <param name="Seen">A row a look: the mean CPU first, then the locks in the order of the result.</param>
public sealed record UtilizationSamples(long IntervalPs, long EndPs, IReadOnlyList<IReadOnlyList<long>> Seen)
{
    /// <summary>The column of the mean CPU.</summary>
    public const int Cpu = 0;

    /// <summary>The share of a span of time in which a column was busy, 0 to 1; after the end nothing is.</summary>
    /// <param name="column"><see cref="Cpu"/>, or one more than a lock's index.</param>
    /// <param name="fromPs">Where the span begins.</param>
    /// <param name="toPs">Where it ends.</param>
    public double Share(int column, double fromPs, double toPs) => (UpTo(column, toPs) - UpTo(column, fromPs)) / (toPs - fromPs);

    // Between two looks it is taken as even.
    private double UpTo(int column, double ps)
    {
        if (ps >= EndPs) return Seen[^1][column];
        var before = Math.Min((int)(ps / IntervalPs), Seen.Count - 2);
        var start = (double)before * IntervalPs;
        var end = before == Seen.Count - 2 ? EndPs : start + IntervalPs;
        if (end <= start) return Seen[before][column];
        return Seen[before][column] + ((Seen[before + 1][column] - Seen[before][column]) * (ps - start) / (end - start));
    }
}
