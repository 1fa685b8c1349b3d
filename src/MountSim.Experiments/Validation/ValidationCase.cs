namespace MountSim.Experiments.Validation;

/// <summary>Quantities that stand or fall together: one closed form, one published measurement, one burst.</summary>
/// <param name="Id">A short name, unique in its suite.</param>
/// <param name="Title">What is compared, under which conditions.</param>
/// <param name="Basis">How it is judged and why so; empty when the suite says it for all.</param>
/// <param name="Rows">The quantities, at least one.</param>
public sealed record ValidationCase(string Id, string Title, string Basis, IReadOnlyList<ValidationRow> Rows)
{
    /// <summary>Missed when one row is; skipped when all are; else met.</summary>
    public Verdict Verdict => Rows.Any(row => row.Verdict == Verdict.Missed) ? Verdict.Missed
        : Rows.All(row => row.Verdict == Verdict.Skipped) ? Verdict.Skipped
        : Verdict.Met;
}
