using MountSim.Model.Checks;

namespace MountSim.Reporting.Models;

/// <summary>A line of a check: a sound model, or one problem of another.</summary>
/// <param name="Kind">kernel, machine, runtime.</param>
/// <param name="Name">The model.</param>
/// <param name="Result">ok or problem.</param>
/// <param name="Place">file:line:column where known.</param>
/// <param name="Problem">What was found and what is allowed.</param>
public sealed record CheckRow(string Kind, string Name, string Result, string? Place, string? Problem)
{
    /// <summary>The lines of models.</summary>
    public static IReadOnlyList<CheckRow> Of(IEnumerable<CheckedModel> models) =>
    [
        .. models.SelectMany(model => model.IsSound
            ? [new CheckRow(model.Kind, model.Name, "ok", null, null)]
            : model.Problems.Select(problem => new CheckRow(model.Kind, model.Name, "problem", problem.Place, problem.Problem))),
    ];
}
