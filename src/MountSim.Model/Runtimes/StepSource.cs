using MountSim.Model.Yaml;

namespace MountSim.Model.Runtimes;

/// <summary>A step as a file states it, after includes were spliced in.</summary>
/// <param name="Map">Its mapping.</param>
/// <param name="Scope">Where its laws' names are looked up.</param>
/// <param name="Steps">The steps of a repeat.</param>
internal sealed record StepSource(YamlMap Map, NameScope Scope, IReadOnlyList<StepSource> Steps)
{
    /// <summary>The step inside a runtime included under a name.</summary>
    public StepSource Under(string prefix) => new(Map, Scope.Under(prefix), [.. Steps.Select(step => step.Under(prefix))]);
}
