using MountSim.Experiments;

namespace MountSim.Reporting;

/// <summary>Small changes to a report before it is written.</summary>
public static class PredictionReportExtensions
{
    /// <summary>The same report under another scenario name, in the summary and in every lock's row.</summary>
    public static PredictionReport Named(this PredictionReport report, string scenario)
    {
        ArgumentNullException.ThrowIfNull(report);
        return report with
        {
            Summary = report.Summary with { Scenario = scenario },
            Locks = [.. report.Locks.Select(row => row with { Scenario = scenario })],
        };
    }
}
