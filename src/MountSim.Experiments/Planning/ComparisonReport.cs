namespace MountSim.Experiments.Planning;

/// <summary>Scenarios side by side.</summary>
/// <param name="Baseline">What all are held against; its differences are none.</param>
/// <param name="Rows">The variants, in the order asked for, or the best first.</param>
/// <param name="Settings">The baseline's settings.</param>
/// <param name="Notes">The baseline's notes.</param>
/// <param name="LeftOut">Mitigations that do not apply, and why.</param>
/// <param name="RankedBy">The column that decides the order; null for the order asked for.</param>
public sealed record ComparisonReport(
    ComparisonRow Baseline,
    IReadOnlyList<ComparisonRow> Rows,
    IReadOnlyList<Setting> Settings,
    IReadOnlyList<string> Notes,
    IReadOnlyList<(string Name, string Why)> LeftOut,
    string? RankedBy)
{
    /// <summary>Of the rows that are like for like, the one that helps most and whose interval says so; null when none does.</summary>
    public ComparisonRow? Best => Rows.Where(row => row.Variant.Mitigation?.Omits is null && Ranked(row).IsFaster).MinBy(row => Ranked(row).Ratio);

    /// <summary>The difference that the rows are ranked by.</summary>
    public Difference Ranked(ComparisonRow row) => RankedBy == Comparer.ByStart ? row.StartP99 : row.Makespan;
}
