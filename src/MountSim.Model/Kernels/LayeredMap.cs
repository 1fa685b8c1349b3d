using MountSim.Model.Yaml;

namespace MountSim.Model.Kernels;

/// <summary>One named entry of several documents: each key comes from the last document that has it.</summary>
internal sealed class LayeredMap
{
    private readonly List<YamlMap> layers;

    public LayeredMap(string name, IEnumerable<YamlMap> parents)
        : this([.. parents.Select(parent => parent.Find(name)?.AsMap()).OfType<YamlMap>()])
    {
    }

    public LayeredMap(List<YamlMap> layers) => this.layers = layers;

    /// <summary>Where the last document that has this entry has it.</summary>
    public YamlMap Last => layers[^1];

    public YamlValue? Find(string key) => layers.FindLast(layer => layer.Has(key))?.Find(key);

    public YamlValue Require(string key) => Find(key) ?? Last.Require(key);

    public void AllowOnly(params IReadOnlyCollection<string> allowed)
    {
        foreach (var layer in layers)
            layer.AllowOnly(allowed);
    }
}
