using System.Globalization;

namespace MountSim.Experiments.Validation;

/// <summary>A suite's outcome.</summary>
/// <param name="Suite">theory, published, host, claims.</param>
/// <param name="Known">What predictions are held against, as a table's heading: closed form, published, measured.</param>
/// <param name="Cases">The cases in their order.</param>
/// <param name="Target">What the suite must reach.</param>
/// <param name="Notes">What a reader must know, in sentences.</param>
public sealed record ValidationReport(string Suite, string Known, IReadOnlyList<ValidationCase> Cases, ValidationTarget Target, IReadOnlyList<string> Notes)
{
    /// <summary>All cases were skipped: the host cannot do it.</summary>
    public bool NothingJudged => Cases.All(one => one.Verdict == Verdict.Skipped);

    /// <summary>The closing line.</summary>
    public string Summary
    {
        get
        {
            var rows = Cases.SelectMany(one => one.Rows).Where(row => row.Verdict != Verdict.Skipped).ToList();
            var skipped = Count(Verdict.Skipped);
            return string.Create(
                CultureInfo.InvariantCulture,
                $"{Suite}: {Count(Verdict.Met)} of {Cases.Count - skipped} cases met, {rows.Count(row => row.Verdict == Verdict.Met)} of {rows.Count} quantities{(skipped > 0 ? $"; {skipped} skipped" : "")}. Target: {Target.Text}: {(Target.Met ? "met" : "missed")}.");
        }
    }

    private int Count(Verdict verdict) => Cases.Count(one => one.Verdict == verdict);
}
