using MountSim.Model.Yaml;

namespace MountSim.Model.Mitigations;

/// <summary>One option that a mitigation changes.</summary>
/// <param name="Option">The option's name without its dashes.</param>
/// <param name="Place">Where it stands, for messages.</param>
/// <param name="Value">The new value, or a law over the numbers of the scenario (<c>min(layers, 10)</c>); null when it depends on the old one.</param>
/// <param name="Instead">The new value by the old one; the mitigation does not apply to other old values. Empty when <see cref="Value"/> is stated.</param>
public sealed record MitigationChange(string Option, string Place, string? Value, IReadOnlyDictionary<string, string> Instead)
{
    internal static MitigationChange Read(YamlValue value)
    {
        if (value.IsScalar) return new MitigationChange(value.Key, value.Place, value.AsText(), new Dictionary<string, string>());
        var map = value.AsMap();
        return new MitigationChange(value.Key, value.Place, null, map.Keys.ToDictionary(old => old, old => map.Require(old).AsText(), StringComparer.Ordinal));
    }
}
