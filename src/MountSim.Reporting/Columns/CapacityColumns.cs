using System.Globalization;
using MountSim.Experiments.Planning;

namespace MountSim.Reporting.Columns;

/// <summary>One row a value that a capacity search tried: the prediction of its first replications, then the verdict of all. Add columns at the end only.</summary>
public static class CapacityColumns
{
    /// <summary>The columns for a report: of each target its mean and interval over all replications of the value.</summary>
    public static ColumnList<CapacityPoint> Of(CapacityReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        var columns = new ColumnList<CapacityPoint>()
            .AddAll(PredictionColumns.All, point => point.Summary)
            .Text("varied", _ => report.Question.Vary)
            .Real("value", point => point.Value)
            .Text("verdict", point => Word(point.Verdict))
            .Whole("replications_run", point => point.Replications)
            .Text("answer", point => Answer(report, point));
        foreach (var (at, target) in report.Question.Targets.Index())
        {
            var name = string.Create(CultureInfo.InvariantCulture, $"target_{at + 1}");
            columns.Text(name, _ => target.ToString())
                .Real($"{name}_mean", point => point.Targets[at].Mean)
                .Real($"{name}_ci_low", point => point.Targets[at].Low)
                .Real($"{name}_ci_high", point => point.Targets[at].High);
        }
        return columns;
    }

    internal static string Word(Verdict verdict) => verdict switch
    {
        Experiments.Planning.Verdict.Holds => "holds",
        Experiments.Planning.Verdict.Misses => "misses",
        _ => "undecided",
    };

    internal static Verdict Verdict(string word) => Enum.GetValues<Verdict>().FirstOrDefault(verdict => Word(verdict) == word, Experiments.Planning.Verdict.Undecided);

    internal static string Answer(CapacityReport report, CapacityPoint point) => string.Join(
        ", ", new[] { (report.Largest, "largest"), (report.Knee, "knee") }.Where(mark => mark.Item1 == point.Value).Select(mark => mark.Item2));
}
