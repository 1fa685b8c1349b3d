using MountSim.Model.Yaml;

namespace MountSim.Model.Kernels;

/// <summary>Reads a kernel's locks; a derived kernel gives only the keys that differ.</summary>
internal static class LockReader
{
    public static IReadOnlyList<LockDefinition> Read(List<YamlMap> layers) =>
        [.. layers.SelectMany(layer => layer.Keys).Distinct().Select(id => ReadOne(id, new LayeredMap(id, layers)))];

    private static LockDefinition ReadOne(string id, LayeredMap map)
    {
        map.AllowOnly("symbol", "kind", "generation", "scope", "role", "source");
        var kind = map.Require("kind").AsOneOf(KernelNames.Kinds);
        var generation = map.Find("generation")?.AsOneOf(KernelNames.Generations);
        if (kind == LockKind.RwSem && generation is null)
            map.Last.Require("generation");
        if (kind != LockKind.RwSem && generation is not null)
        {
            var place = map.Require("generation").Place;
            throw new ModelException(place, $"'generation' of '{id}' is given, but its kind is not rwsem; allowed: no generation");
        }

        return new LockDefinition(
            id,
            map.Require("symbol").AsText(),
            map.Require("role").AsText(),
            kind,
            map.Require("scope").AsOneOf(KernelNames.Scopes),
            generation,
            map.Require("source").AsText());
    }
}
