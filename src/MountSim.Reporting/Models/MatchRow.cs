using MountSim.Model.Traces;

namespace MountSim.Reporting.Models;

/// <summary>A line of a comparison with traces.</summary>
/// <param name="Traces">The traces' kernel.</param>
/// <param name="Model">The model held against them; null where there is none.</param>
/// <param name="Operation">operation or operation@parameter, as the traces name it.</param>
/// <param name="Result">ok, differs or skipped.</param>
/// <param name="Order">ok or differs: order and nesting; null without a trace.</param>
/// <param name="Counts">Numbers of acquisitions compared.</param>
/// <param name="CountsExact">Those that agree.</param>
/// <param name="Holds">Holds compared.</param>
/// <param name="HoldsWithin">Those within the tolerance.</param>
/// <param name="HoldErrorMedianPercent">Median of their errors without sign, percent.</param>
/// <param name="Place">file:line of the trace at the first difference.</param>
/// <param name="ModelPlace">file:line:column of the model's step there.</param>
/// <param name="FirstDifference">What differs first, or why it was skipped.</param>
/// <param name="HoldsDisturbed">Holds that something else made longer in the trace.</param>
public sealed record MatchRow(
    string Traces, string? Model, string? Operation, string Result, string? Order, int Counts, int CountsExact, int Holds, int HoldsWithin,
    double? HoldErrorMedianPercent, string? Place, string? ModelPlace, string? FirstDifference, int HoldsDisturbed)
{
    /// <summary>The lines of a comparison: operations, then what was skipped.</summary>
    public static IReadOnlyList<MatchRow> Of(IEnumerable<KernelMatch> kernels) => [.. kernels.SelectMany(Of)];

    private static IEnumerable<MatchRow> Of(KernelMatch kernel)
    {
        if (!kernel.HasModel)
            return [Skipped(kernel, null, kernel.Note)];
        return
        [
            .. kernel.Operations.Select(item => Of(kernel, item)),
            .. kernel.Skipped.Select(text => text.Split(": ", 2)).Select(parts => Skipped(kernel, parts[0], parts[^1])),
        ];
    }

    private static MatchRow Of(KernelMatch kernel, OperationMatch item) => new(
        kernel.Release, kernel.Model, item.Series, Word(item.Agrees), item.OrderAgrees is { } order ? Word(order) : null, item.Counts, item.CountsExact,
        item.HoldErrors.Count, item.HoldsWithin, KernelMatch.MedianOf([item]) is { } error ? Math.Round(100 * error, 1) : null,
        item.First?.TracePlace, item.First?.ModelPlace is { Length: > 0 } place ? place : null, item.First?.Text, item.HoldsDisturbed);

    private static MatchRow Skipped(KernelMatch kernel, string? operation, string why) =>
        new(kernel.Release, kernel.HasModel ? kernel.Model : null, operation, "skipped", null, 0, 0, 0, 0, null, null, null, why, 0);

    private static string Word(bool agrees) => agrees ? "ok" : "differs";
}
