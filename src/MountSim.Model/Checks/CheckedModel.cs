namespace MountSim.Model.Checks;

/// <summary>A model and what is wrong with it.</summary>
/// <param name="Kind">kernel, machine, runtime, mitigation.</param>
/// <param name="Name">Its name or path.</param>
/// <param name="Problems">None for a sound one.</param>
public sealed record CheckedModel(string Kind, string Name, IReadOnlyList<ModelProblem> Problems)
{
    /// <summary>True without problems.</summary>
    public bool IsSound => Problems.Count == 0;
}
