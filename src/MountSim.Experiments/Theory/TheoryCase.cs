using MountSim.Experiments.Validation;

namespace MountSim.Experiments.Theory;

/// <summary>One thing that theory knows, and how the simulation is held against it.</summary>
/// <param name="Id">The case's name.</param>
/// <param name="Judge">Simulates and judges.</param>
internal sealed record TheoryCase(string Id, Func<RunPlan, ValidationCase> Judge)
{
    /// <summary>A case by intervals of batch means.</summary>
    public static TheoryCase Of(Form form) => new(form.Id, form.Judge);

    /// <summary>A case without chance or with a band of its own.</summary>
    public static TheoryCase Of(string id, string title, string basis, Func<RunPlan, IReadOnlyList<ValidationRow>> rows) =>
        new(id, plan => new ValidationCase(id, title, basis, rows(plan)));
}
