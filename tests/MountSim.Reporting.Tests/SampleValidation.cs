using MountSim.Experiments.Validation;
using MountSim.Model.Costs;

namespace MountSim.Reporting.Tests;

/// <summary>A validation with a case of each verdict, an open band and a zero.</summary>
public static class SampleValidation
{
    /// <summary>Three cases, five quantities; the target is missed.</summary>
    public static ValidationReport Create()
    {
        IReadOnlyList<ValidationCase> cases =
        [
            new("S1", "A case in its band", "A ratio holds within 30 %, as the source gives no spread",
            [
                ValidationRow.InBand("time of the second over the first", "", new Interval(1.25, 1.2, 1.3), new Interval(1.2, 0.84, 1.56)),
                ValidationRow.InBand("what must not be there", "us", Interval.Exact(0), new Interval(0, 0, 10)),
            ]),
            new("S2", "A case out of its band", "", [
                ValidationRow.InBand("threshold", "ms", new Interval(3.5, 3, 4), new Interval(30, 10, double.PositiveInfinity), "the source measured a whole start"),
                ValidationRow.HoldsExact("wait, \"quoted\"", "ns", new Interval(142.9, 142.1, 143.7), 142.87),
            ]),
            new("S3", "A case of another host", "", [ValidationRow.Skip("latency", "us", "this host has no such lock")]),
        ];
        return new ValidationReport("sample", "published", cases, ValidationTarget.ShareOfCases(0.9, cases), ["Nothing here was measured."]);
    }
}
