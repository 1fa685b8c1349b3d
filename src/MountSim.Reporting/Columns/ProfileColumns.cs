using MountSim.Calibration.Profiles;

namespace MountSim.Reporting.Columns;

/// <summary>One row a measured cost. Add columns at the end only.</summary>
public static class ProfileColumns
{
    /// <summary>The columns; a row is a profile's name and one of its costs.</summary>
    public static ColumnList<(string Profile, MeasuredCost Cost)> All { get; } = new ColumnList<(string Profile, MeasuredCost Cost)>()
        .Text("profile", row => row.Profile)
        .Text("cost", row => row.Cost.Name)
        .Text("parameter", row => row.Cost.Parameter)
        .Real("value", row => row.Cost.Parameter is null ? null : row.Cost.Value)
        .Real("median", "ns", row => row.Cost.Median)
        .Real("median_ci_low", "ns", row => row.Cost.Low)
        .Real("median_ci_high", "ns", row => row.Cost.High)
        .Real("p5", "ns", row => row.Cost.P5)
        .Real("p95", "ns", row => row.Cost.P95)
        .Real("mad", "ns", row => row.Cost.Mad)
        .Real("max", "ns", row => row.Cost.Max)
        .Whole("samples", row => row.Cost.Samples)
        .Whole("outliers", row => row.Cost.Outliers)
        .Whole("warm_up", row => row.Cost.WarmUp)
        .Real("mean", "ns", row => row.Cost.Mean?.Value)
        .Real("mean_ci_low", "ns", row => row.Cost.Mean?.Low)
        .Real("mean_ci_high", "ns", row => row.Cost.Mean?.High);
}
