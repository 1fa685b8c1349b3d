using System.Globalization;
using MountSim.Experiments.Requests;
using MountSim.Model;

namespace MountSim.Experiments.Planning;

/// <summary>Finds how much a host takes before a target is missed. What it claims, the whole 95 % interval of every target says.</summary>
public static class Capacity
{
    private const double KneeGrowth = 2;

    /// <summary>Searches.</summary>
    /// <exception cref="ModelException">A model, an option or the question is not usable.</exception>
    public static CapacityReport Find(CapacityQuestion question, IProgress<PredictProgress>? progress, CancellationToken cancellation)
    {
        Check(question);
        var done = 0;
        var total = question.Request.Replications;
        var evaluator = new CapacityEvaluator(question, more => progress?.Report(new PredictProgress(Interlocked.Add(ref done, more), Math.Max(done, Volatile.Read(ref total)), "replications, as far as is known")), cancellation);
        var (from, to) = (evaluator.Snap(question.From), evaluator.Snap(question.To));
        var built = ScenarioBuilder.Build(evaluator.At(from));
        bool Try(bool holds)
        {
            // Nobody knows how many more: a dozen values to split an interval.
            Volatile.Write(ref total, done + (12 * question.Request.Replications));
            return holds;
        }

        var (largest, next) = new CapacitySearch(from, to, question.Resolution, evaluator.Snap).Run(value => Try(evaluator.Decide(value) == Verdict.Holds));
        var end = next ?? to;
        var knee = evaluator.Growth(end, from) <= KneeGrowth
            ? null
            : new CapacitySearch(from, end, question.Resolution, evaluator.Snap).Run(value => Try(evaluator.Growth(value, from) <= KneeGrowth)).Largest;
        var points = evaluator.Values.Select(evaluator.Point).ToList();
        return new CapacityReport(
            question,
            largest,
            next,
            points.Where(point => point.Verdict == Verdict.Misses).Select(point => (double?)point.Value).FirstOrDefault(),
            knee,
            points,
            Varying(built.Settings, ScenarioBuilder.Build(evaluator.At(to)).Settings),
            [.. built.Notes, .. Notes(question, largest, points)]);
    }

    // What differs at the two ends is what the search varies.
    private static IReadOnlyList<Setting> Varying(IReadOnlyList<Setting> atFrom, IReadOnlyList<Setting> atTo)
    {
        var ends = atTo.ToDictionary(setting => setting.Name, setting => setting.Value, StringComparer.Ordinal);
        return [.. atFrom.Select(setting => ends.GetValueOrDefault(setting.Name, setting.Value) == setting.Value ? setting : new Setting(setting.Name, $"{setting.Value} to {ends[setting.Name]}", "varied"))];
    }

    private static IEnumerable<string> Notes(CapacityQuestion question, double? largest, List<CapacityPoint> points)
    {
        yield return string.Create(
            CultureInfo.InvariantCulture,
            $"A value holds when the 95 % interval (Student's t over {question.Request.Replications} to {question.MaxReplications} replications, which draw the profile's and the machine's uncertainty) of every target keeps its limit; one that is undecided is not claimed.");
        yield return $"The knee is the largest {question.Vary} at which the mean p99 start is at most twice what it is at {Numbers.Text(question.From)}, pair by pair.";
        var below = points.Where(point => point.Value < largest && point.Verdict == Verdict.Misses).ToList();
        if (below.Count > 0) yield return $"Below the answer, {string.Join(", ", below.Select(point => Numbers.Text(point.Value)))} misses: the results do not grow steadily there.";
    }

    private static void Check(CapacityQuestion question)
    {
        var field = RequestFields.Find(question.Vary, "--vary");
        if (!field.IsNumber || field.Group == FieldGroup.Replications)
            throw new ModelException("--vary", $"found '{question.Vary}'; allowed: a number of the scenario, such as containers, running or rate");
        if (question.Targets.Count == 0) throw new ModelException("--slo", "none given; allowed: one or more, such as start_p99_ms<=10000");
        if (question.To < question.From) throw new ModelException("--to", string.Create(CultureInfo.InvariantCulture, $"found '{question.To}' with --from {question.From}; allowed: at least as much"));
        foreach (var (option, value) in new[] { ("--from", question.From), ("--to", question.To) })
        {
            try
            {
                field.Set(question.Request, Numbers.Text(value));
            }
            catch (ModelException e)
            {
                throw new ModelException(option, e.Problem);
            }
        }
    }
}
