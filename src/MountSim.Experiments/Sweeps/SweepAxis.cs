using System.Text.Json.Serialization;

namespace MountSim.Experiments.Sweeps;

/// <summary>A field and the values it takes in turn.</summary>
/// <param name="Field">The name of a field of the request.</param>
/// <param name="Values">At least one, as options take them.</param>
public sealed record SweepAxis(string Field, IReadOnlyList<string> Values)
{
    /// <summary>What it is about: the field, or the variable that its assignments name.</summary>
    [JsonIgnore]
    public string Subject => new SweepSetting(Field, Values[0]).Subject;
}
