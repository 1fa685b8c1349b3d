using System.Globalization;
using MountSim.Experiments;

namespace MountSim.Reporting.Sweeps;

/// <summary>One line of a sweep's chart.</summary>
/// <param name="Name">The settings that its points share and other lines do not.</param>
/// <param name="Points">By their number on the axis below.</param>
public sealed record SweepSeries(string Name, IReadOnlyDictionary<double, PredictionSummary> Points)
{
    /// <summary>What to draw of a sweep: over the numeric field with most values, a line for each combination of the others.</summary>
    /// <param name="varied">What varies.</param>
    /// <param name="points">The scenarios that are done.</param>
    /// <returns>The field below (null when nothing numeric varies) and the lines, in the order of the rows.</returns>
    public static (string? Subject, IReadOnlyList<SweepSeries> Series) Of(IReadOnlyList<string> varied, IReadOnlyList<SweptPoint> points)
    {
        var values = varied.ToDictionary(subject => subject, subject => points.Select(point => Number(point, subject)).ToList(), StringComparer.Ordinal);
        var below = varied.Where(subject => subject != "seed" && values[subject].TrueForAll(value => value is not null))
            .MaxBy(subject => values[subject].Distinct().Count());
        if (below is null) return (null, []);
        var others = varied.Where(subject => subject != below).ToList();
        return (below, [.. points.GroupBy(point => NameOf(point, others), StringComparer.Ordinal).Select(line => new SweepSeries(line.Key, At(line, below)))]);
    }

    private static SortedDictionary<double, PredictionSummary> At(IEnumerable<SweptPoint> points, string below)
    {
        var line = new SortedDictionary<double, PredictionSummary>();
        foreach (var point in points) line[Number(point, below)!.Value] = point.Summary;
        return line;
    }

    private static string NameOf(SweptPoint point, IReadOnlyList<string> others)
    {
        var told = others.Where(point.Settings.ContainsKey).Select(subject => others.Count == 1 ? point.Settings[subject] : $"{subject}={point.Settings[subject]}");
        return string.Join(' ', told) is { Length: > 0 } name ? name : "all";
    }

    private static double? Number(SweptPoint point, string subject) =>
        double.TryParse(point.Settings.GetValueOrDefault(subject), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;
}
