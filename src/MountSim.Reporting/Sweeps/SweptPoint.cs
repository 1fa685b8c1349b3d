using MountSim.Experiments;
using MountSim.Experiments.Sweeps;

namespace MountSim.Reporting.Sweeps;

/// <summary>A scenario of a sweep as a chart sees it.</summary>
/// <param name="Settings">Its values by what varies.</param>
/// <param name="Summary">Its prediction.</param>
public sealed record SweptPoint(IReadOnlyDictionary<string, string> Settings, PredictionSummary Summary)
{
    /// <summary>The rows of a sweep.</summary>
    public static IReadOnlyList<SweptPoint> Of(SweepPlan plan, IReadOnlyList<SweepRow> rows)
    {
        ArgumentNullException.ThrowIfNull(plan);
        return [.. rows.Select(row => new SweptPoint(plan.Varied.ToDictionary(subject => subject, subject => row.Scenario.Text(subject) ?? "", StringComparer.Ordinal), row.Summary))];
    }
}
