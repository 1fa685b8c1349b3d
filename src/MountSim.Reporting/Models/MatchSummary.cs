using System.Globalization;
using MountSim.Model.Traces;

namespace MountSim.Reporting.Models;

/// <summary>The score of a comparison in a line.</summary>
public static class MatchSummary
{
    /// <summary>The line of one kernel.</summary>
    public static string Of(KernelMatch kernel) => $"{kernel.Model} against {kernel.Release}: {Score([kernel])}";

    /// <summary>The last line: all kernels that have a model.</summary>
    public static string Of(IReadOnlyList<KernelMatch> kernels) => $"in all: {Score(kernels)}";

    private static string Score(IReadOnlyList<KernelMatch> kernels)
    {
        var operations = kernels.SelectMany(kernel => kernel.Operations).ToList();
        var holds = operations.Sum(item => item.HoldErrors.Count);
        var median = KernelMatch.MedianOf(operations) is { } error ? string.Create(CultureInfo.InvariantCulture, $"{100 * error:F1} %") : "none";
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{kernels.Sum(kernel => kernel.Agreeing)} of {operations.Count} operations match in everything; order and nesting {kernels.Sum(kernel => kernel.OrdersAgreeing)} of {kernels.Sum(kernel => kernel.Orders)}; acquisitions exact {operations.Sum(item => item.CountsExact)} of {operations.Sum(item => item.Counts)}; holds within the tolerance {operations.Sum(item => item.HoldsWithin)} of {holds}, {operations.Sum(item => item.HoldsDisturbed)} disturbed; median error of the hold {median}");
    }
}
