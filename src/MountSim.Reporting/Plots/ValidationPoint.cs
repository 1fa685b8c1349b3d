using MountSim.Experiments.Validation;
using MountSim.Model.Costs;

namespace MountSim.Reporting.Plots;

/// <summary>A quantity that logarithmic axes can show: both numbers known and positive.</summary>
internal sealed record ValidationPoint(string Label, Interval Predicted, Interval Known, bool Met)
{
    public static IReadOnlyList<ValidationPoint> Of(ValidationReport report) =>
    [
        .. from one in report.Cases
           from row in one.Rows
           where row.Verdict != Verdict.Skipped && row.Predicted is { Value: > 0 } && row.Reference is { Value: > 0 and < double.PositiveInfinity }
           select new ValidationPoint($"{one.Id}  {row.Quantity}", row.Predicted!.Value, row.Reference!.Value, row.Verdict == Verdict.Met),
    ];
}
