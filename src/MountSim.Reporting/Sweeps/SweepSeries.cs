using System.Globalization;
using MountSim.Experiments.Sweeps;

namespace MountSim.Reporting.Sweeps;

/// <summary>One line of a sweep's chart.</summary>
/// <param name="Name">The settings that its points share and other lines do not.</param>
/// <param name="Points">By their number on the axis below.</param>
public sealed record SweepSeries(string Name, IReadOnlyDictionary<double, SweepRow> Points)
{
    /// <summary>What to draw of a sweep: over the numeric field with most values, a line for each combination of the others.</summary>
    /// <returns>The field below (null when nothing numeric varies) and the lines, in the order of the rows.</returns>
    public static (string? Subject, IReadOnlyList<SweepSeries> Series) Of(SweepPlan plan, IReadOnlyList<SweepRow> rows)
    {
        ArgumentNullException.ThrowIfNull(plan);
        var values = plan.Varied.ToDictionary(subject => subject, subject => rows.Select(row => Number(row, subject)).ToList(), StringComparer.Ordinal);
        var below = plan.Varied.Where(subject => subject != "seed" && values[subject].TrueForAll(value => value is not null))
            .MaxBy(subject => values[subject].Distinct().Count());
        if (below is null) return (null, []);
        var others = plan.Varied.Where(subject => subject != below).ToList();
        return (below, [.. rows.GroupBy(row => NameOf(row, others), StringComparer.Ordinal).Select(line => new SweepSeries(line.Key, At(line, below)))]);
    }

    private static SortedDictionary<double, SweepRow> At(IEnumerable<SweepRow> rows, string below)
    {
        var points = new SortedDictionary<double, SweepRow>();
        foreach (var row in rows) points[Number(row, below)!.Value] = row;
        return points;
    }

    private static string NameOf(SweepRow row, IReadOnlyList<string> others)
    {
        var told = row.Scenario.Settings.Where(setting => others.Contains(setting.Subject)).Select(setting => setting.Subject == setting.Field && others.Count == 1 ? setting.Text : setting.ToString());
        return string.Join(' ', told) is { Length: > 0 } name ? name : "p99";
    }

    private static double? Number(SweepRow row, string subject) =>
        double.TryParse(row.Scenario.Text(subject), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;
}
