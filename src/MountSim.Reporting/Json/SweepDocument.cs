using MountSim.Experiments;
using MountSim.Experiments.Sweeps;

namespace MountSim.Reporting.Json;

/// <summary>A sweep as JSON.</summary>
/// <param name="Format">Name and version of this layout; within a version, keys are only ever added.</param>
/// <param name="Sweep">The plan's hash.</param>
/// <param name="Varied">What varies.</param>
/// <param name="Rows">A scenario each.</param>
/// <param name="Failures">Scenarios without a row.</param>
internal sealed record SweepDocument(
    string Format, string Sweep, IReadOnlyList<string> Varied, IReadOnlyList<SweepDocument.Row> Rows, IReadOnlyList<SweepDocument.Failure> Failures)
{
    /// <summary>The command line that makes the same results again; null where nobody typed one.</summary>
    public string? Command { get; init; }

    public static SweepDocument From(SweepPlan plan, IReadOnlyList<SweepRow> rows, IReadOnlyList<SweepFailure> failures, string? command = null) => new(
        "mountsim-sweep/1",
        plan.Hash,
        plan.Varied,
        [.. rows.Select(row => new Row(Said(row.Scenario), row.Summary))],
        [.. failures.Select(failure => new Failure(failure.Scenario.Name, Said(failure.Scenario), failure.Problem))])
    {
        Command = command,
    };

    // Several variables of one field are one key, as they are one option.
    private static Dictionary<string, string> Said(SweepScenario scenario) =>
        scenario.Settings.GroupBy(setting => setting.Field, StringComparer.Ordinal).ToDictionary(field => field.Key, field => string.Join(' ', field.Select(setting => setting.Text)), StringComparer.Ordinal);

    /// <summary>A scenario that is done.</summary>
    internal sealed record Row(Dictionary<string, string> Settings, PredictionSummary Summary);

    /// <summary>A scenario without a row.</summary>
    internal sealed record Failure(string Scenario, Dictionary<string, string> Settings, string Problem);
}
