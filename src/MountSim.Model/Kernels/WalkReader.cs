using MountSim.Model.Yaml;

namespace MountSim.Model.Kernels;

/// <summary>Reads the law of path walks.</summary>
internal static class WalkReader
{
    public static WalkLaw Read(List<YamlMap> layers, YamlMap document)
    {
        if (layers.Count == 0)
            return Read(new LayeredMap([document.Require("walk").AsMap()]));
        return Read(new LayeredMap(layers));
    }

    private static WalkLaw Read(LayeredMap map)
    {
        map.AllowOnly("base", "per_component", "per_component_ref", "samples_rename_lock", "source");
        return new WalkLaw(
            map.Require("base").AsNumber(0, 1e6),
            map.Require("per_component").AsNumber(0, 1e6),
            map.Require("per_component_ref").AsNumber(0, 1e6),
            map.Require("samples_rename_lock").AsFlag(),
            map.Require("source").AsText());
    }
}
