using MountSim.Calibration.Profiles;

namespace MountSim.Reporting.Csv;

/// <summary>One row a measured cost. Add columns at the end only.</summary>
public static class ProfileCsv
{
    /// <summary>The columns; a row is a profile's name and one of its costs.</summary>
    public static CsvTable<(string Profile, MeasuredCost Cost)> Table { get; } = new(
    [
        ("profile", row => row.Profile),
        ("cost", row => row.Cost.Name),
        ("parameter", row => row.Cost.Parameter),
        ("value", row => row.Cost.Parameter is null ? null : row.Cost.Value),
        ("median_ns", row => row.Cost.Median),
        ("median_ci_low_ns", row => row.Cost.Low),
        ("median_ci_high_ns", row => row.Cost.High),
        ("p5_ns", row => row.Cost.P5),
        ("p95_ns", row => row.Cost.P95),
        ("mad_ns", row => row.Cost.Mad),
        ("max_ns", row => row.Cost.Max),
        ("samples", row => row.Cost.Samples),
        ("outliers", row => row.Cost.Outliers),
        ("warm_up", row => row.Cost.WarmUp),
    ]);
}
