namespace MountSim.Model.Traces;

/// <summary>An operation of the traces beside the model, before it is decided which holds were disturbed.</summary>
/// <param name="Series">operation or operation@parameter.</param>
/// <param name="Operations">The model's operations that it is.</param>
/// <param name="Table">Its runs; null where the model lacks the operation.</param>
/// <param name="OrderAgrees">Order and nesting agree; null where there is no trace.</param>
/// <param name="Difference">The first difference of order, or what is missing.</param>
internal sealed record SeriesComparison(string Series, IReadOnlyList<string> Operations, RunTable? Table, bool? OrderAgrees, TraceDifference? Difference)
{
    /// <summary>The comparison once all holds of the kernel are known.</summary>
    public OperationMatch Match(Disturbances disturbances)
    {
        if (Table is null)
            return new OperationMatch(Series, Operations) { HoldErrors = [], First = Difference };
        var disturbed = Table.Holds.Where(disturbances.Disturbed).ToHashSet();
        var off = Table.Holds.FirstOrDefault(hold => hold.Verdict != HoldVerdict.Within && !disturbed.Contains(hold));
        return new OperationMatch(Series, Operations)
        {
            OrderAgrees = OrderAgrees,
            Counts = Table.Counts,
            CountsExact = Table.CountsExact,
            HoldErrors = [.. Table.Holds.Select(hold => hold.Error)],
            HoldsWithin = Table.Holds.Count(hold => hold.Verdict == HoldVerdict.Within),
            HoldsDisturbed = disturbed.Count,
            First = Difference ?? Table.FirstCount ?? off?.Difference,
        };
    }
}
